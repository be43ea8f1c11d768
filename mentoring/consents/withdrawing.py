"""The admin page on which a consent is withdrawn; each kind of consent says whose it is and what disappears."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from mentoring.action_views import ActionView


class WithdrawForm(forms.Form):
    """The day of the withdrawal."""

    on = forms.DateField(label=_("Отозвано"), initial=timezone.localdate, widget=AdminDateInput)

    def __init__(self, *args: Any, thing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class WithdrawingView(ActionView):
    """Withdraws a consent for good."""

    form_class = WithdrawForm
    title = _("Отозвать согласие")
    button = _("Отозвать навсегда")
    header_icon = "warning"
