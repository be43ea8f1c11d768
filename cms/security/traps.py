"""A field that people do not see: what fills it in is a machine."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TrappedForm(forms.Form):
    """A public form with a trap (``components/trap.html``); a machine is answered as if all were well."""

    website = forms.CharField(required=False, label=_("Не заполняйте это поле"))

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled in what people do not see."""
        return bool(self.cleaned_data.get("website"))
