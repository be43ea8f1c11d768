"""The form under «Написать наставнику»."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.letters.models import MentorLetter


class LetterForm(forms.ModelForm):
    """Name, address and text of a letter, the sender's consent, and a trap that people do not see."""

    text = forms.CharField(label=_("Что хотите разобрать"), max_length=3000, widget=forms.Textarea(attrs={"rows": 6}))
    agreed = forms.BooleanField(
        label=_("Согласие: имя и адрес почты передадут наставнику, чтобы он ответил"),
        error_messages={"required": _("Без согласия сайт не может передать ваш адрес. Отметьте его.")},
    )
    website = forms.CharField(required=False, label=_("Не заполняйте это поле"))

    class Meta:
        model = MentorLetter
        fields = ["sender_name", "sender_email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, token in (("sender_name", "name"), ("sender_email", "email")):
            self.fields[name].widget.attrs["autocomplete"] = token

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled in what people do not see."""
        return bool(self.cleaned_data.get("website"))
