"""The forms «Написать координатору» and «Сообщить об ошибке», with two traps for machines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.contacts.enums import Subject
from cms.contacts.models import VisitorLetter
from cms.security.traps import TrappedForm
from cms.territories.models import Municipality

#: Nobody reads the page and writes a sentence in less, in seconds.
QUICKEST = 3
_signer = signing.TimestampSigner(salt="cms.contacts")


class VisitorForm(TrappedForm, forms.ModelForm):
    """Knows when it was given out, under a signature, beside the trap that every public form has."""

    text = forms.CharField(
        label=_("Что вы хотите спросить"), min_length=10, max_length=3000, widget=forms.Textarea(attrs={"rows": 6})
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = VisitorLetter
        fields = ["sender_name", "sender_email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sender_email"].widget.attrs["autocomplete"] = "email"
        self.fields["text"].error_messages["min_length"] = _("Напишите хотя бы одно предложение.")

    @staticmethod
    def opened_now() -> str:
        """The signed moment at which the form is given out."""
        return _signer.sign("letter")

    def clean_opened(self) -> str:
        """The form was open for as long as a person needs; a kept one is taken a day later too."""
        try:
            _signer.unsign(self.cleaned_data["opened"])
        except signing.BadSignature:
            raise ValidationError(_("Страница устарела. Проверьте письмо и отправьте его ещё раз.")) from None
        try:
            _signer.unsign(self.cleaned_data["opened"], max_age=QUICKEST)
        except signing.SignatureExpired:
            return str(self.cleaned_data["opened"])
        raise ValidationError(_("Письмо отправлено слишком быстро. Проверьте его и отправьте ещё раз."))


class QuestionForm(VisitorForm):
    """A question to the coordinator of a municipality, or to the region's centre."""

    municipality = forms.ModelChoiceField(
        Municipality.objects.filter(is_active=True),
        label=_("Кому"),
        required=False,
        empty_label=_("В региональный центр"),
        to_field_name="code",
        error_messages={"invalid_choice": _("Такого муниципалитета на сайте нет. Выберите из списка.")},
    )
    agreed = forms.BooleanField(
        label=_("Согласие: имя и адрес почты передадут тому, кому вы пишете, чтобы он ответил"),
        error_messages={"required": _("Без согласия сайт не может передать ваш адрес. Отметьте его.")},
    )

    class Meta(VisitorForm.Meta):
        fields = ["municipality", "sender_name", "sender_email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.subject = Subject.QUESTION
        self.fields["sender_name"].widget.attrs["autocomplete"] = "name"
        self.fields["sender_name"].required = self.fields["sender_email"].required = True
        self.fields["sender_email"].help_text = _("На него придёт ответ.")


class MistakeForm(VisitorForm):
    """A mistake on a page; whoever tells of it need not say who they are."""

    class Meta(VisitorForm.Meta):
        fields = ["sender_email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.subject = Subject.MISTAKE
        self.fields["text"].label = _("Что не так")
        self.fields["text"].help_text = _("Что написано и как должно быть.")
        self.fields["sender_email"].label = _("Ваш адрес почты")
        self.fields["sender_email"].help_text = _("Если хотите узнать, что исправлено.")
