"""The forms «Написать координатору» and «Сообщить об ошибке»."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.contacts.enums import Subject
from cms.contacts.models import VisitorLetter
from cms.security.traps import TrappedForm, named
from cms.territories.models import Municipality


class VisitorForm(TrappedForm, forms.ModelForm):
    """What both have: the words, who sends them, and the traps of every public form."""

    text = forms.CharField(
        label=_("Что вы хотите спросить"), min_length=10, max_length=3000, widget=forms.Textarea(attrs={"rows": 6})
    )

    class Meta:
        model = VisitorLetter
        fields = ["sender_name", "sender_email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sender_email"].widget.attrs["autocomplete"] = "email"
        self.fields["text"].error_messages["min_length"] = _("Напишите хотя бы одно предложение.")

    def clean_sender_name(self) -> str:
        """A name that can be read."""
        return named(self.cleaned_data["sender_name"])


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
