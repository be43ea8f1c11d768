"""What only a machine does: it fills in a field that people do not see, and sends a form sooner than it can be read."""

from __future__ import annotations

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Nobody reads the page and writes a sentence in less, in seconds.
QUICKEST = 3
_signer = signing.TimestampSigner(salt="cms.contacts")
#: Letters that leave no mark on paper.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")


class TrappedForm(forms.Form):
    """A public form with both traps (``components/trap.html``); who fills the first is answered as if all were well."""

    website = forms.CharField(required=False, label=_("Не заполняйте это поле"))
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled in what people do not see."""
        return bool(self.cleaned_data.get("website"))

    @staticmethod
    def opened_now() -> str:
        """The signed moment at which the form is given out."""
        return _signer.sign("letter")

    def clean_opened(self) -> str:
        """The form was open for as long as a person needs; a kept one is taken a day later too."""
        opened = str(self.cleaned_data["opened"])
        try:
            _signer.unsign(opened)
            _signer.unsign(opened, max_age=QUICKEST)
        except signing.SignatureExpired:
            return opened
        except signing.BadSignature:
            words = _("Страница устарела. Проверьте написанное и отправьте ещё раз.")
        else:
            words = _("Отправлено слишком быстро. Проверьте написанное и отправьте ещё раз.")
        self.add_error(None, words)
        return opened


def named(words: str) -> str:
    """The name of a sender; raises ``ValidationError`` where no letter of it can be seen."""
    if words and not any(sign.isalpha() and sign not in _BLANK_LETTERS for sign in words):
        raise ValidationError(_("Напишите имя буквами."))
    return words
