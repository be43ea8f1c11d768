"""The form under «Написать наставнику»."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.security.traps import TrappedForm, named
from mentoring.letters.models import MentorLetter


class LetterForm(TrappedForm, forms.ModelForm):
    """Name, address and text of a letter, and the sender's consent."""

    text = forms.CharField(label=_("Что хотите разобрать"), max_length=3000, widget=forms.Textarea(attrs={"rows": 6}))
    agreed = forms.BooleanField(
        label=_("Согласие: имя и адрес почты передадут наставнику, чтобы он ответил"),
        error_messages={"required": _("Без согласия сайт не может передать ваш адрес. Отметьте его.")},
    )

    class Meta:
        model = MentorLetter
        fields = ["sender_name", "sender_email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, token in (("sender_name", "name"), ("sender_email", "email")):
            self.fields[name].widget.attrs["autocomplete"] = token

    def clean_sender_name(self) -> str:
        """A name that can be read."""
        return named(self.cleaned_data["sender_name"])
