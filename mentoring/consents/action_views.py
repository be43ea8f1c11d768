"""The admin page on which a consent is withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from mentoring.action_views import ActionView
from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.models import MentorConsent


class WithdrawForm(forms.Form):
    """The day of the withdrawal."""

    on = forms.DateField(label=_("Отозвано"), initial=timezone.localdate, widget=AdminDateInput)

    def __init__(self, *args: Any, thing: MentorConsent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class WithdrawView(ActionView):
    """Withdraws a consent for good."""

    model = MentorConsent
    form_class = WithdrawForm
    title = _("Отозвать согласие")
    button = _("Отозвать навсегда")
    done = _("Согласие отозвано: сведения больше не видны посетителям.")
    explanation = _(
        "Сведения исчезнут с сайта и из поиска. Отзыв нельзя отменить: для возвращения нужно новое согласие."
    )
    header_icon = "warning"

    def action(self, data: dict[str, Any]) -> WithdrawConsent:
        return WithdrawConsent(self.thing, self.request.user, data["on"])

    def get_page_subtitle(self) -> str:
        return f"{self.thing.mentor}: {self.thing}"

    def get_success_url(self) -> str:
        return reverse("mentoring_mentorconsent_modeladmin_index")


urlpatterns = [path("bank/consents/<int:pk>/withdraw/", WithdrawView.as_view(), name="consent_withdraw")]
