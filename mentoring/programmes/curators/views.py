"""The admin pages on which a curator's consent is recorded and withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.actions import Action
from mentoring.consents.withdrawing import WithdrawForm
from mentoring.programmes.action_views import ProgrammeActionView
from mentoring.programmes.curators.actions import RecordCuratorConsent, WithdrawCuratorConsent
from mentoring.programmes.curators.models import CuratorConsent


class ConsentForm(forms.ModelForm):
    """A consent as the paper says it."""

    class Meta:
        model = CuratorConsent
        fields = ("given_on", "valid_until", "covers_phone", "channel", "holder", "proof")
        widgets = {"given_on": AdminDateInput, "valid_until": AdminDateInput}

    def __init__(self, *args: Any, thing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("holder", getattr(thing.organisation, "full_name", "")[:200])


class RecordView(ProgrammeActionView):
    """Records the consent of the programme's present curator."""

    form_class = ConsentForm
    title = _("Согласие куратора на публикацию")
    button = _("Записать согласие")
    done = _("Согласие записано: имя куратора видно посетителям.")
    explanation = _("Исправить запись нельзя: если в ней ошибка, отзовите согласие и запишите новое.")
    header_icon = "check"

    def action(self, data: dict[str, Any]) -> Action:
        return RecordCuratorConsent(self.thing, self.request.user, CuratorConsent(**data))

    def get_page_subtitle(self) -> str:
        return str(self.thing.curator_name)


class WithdrawView(ProgrammeActionView):
    """Withdraws it for good."""

    form_class = WithdrawForm
    title = _("Отозвать согласие куратора")
    button = _("Отозвать навсегда")
    done = _("Согласие отозвано: имя и телефон больше не видны посетителям.")
    explanation = _("Имя и телефон сразу исчезнут со страницы. Для возвращения нужно новое согласие.")
    header_icon = "warning"

    def action(self, data: dict[str, Any]) -> Action:
        return WithdrawCuratorConsent(self.thing, self.request.user, data["on"])


urlpatterns = [
    path("programmes/<int:pk>/curator/consent/", RecordView.as_view(), name="programme_consent"),
    path("programmes/<int:pk>/curator/withdraw/", WithdrawView.as_view(), name="programme_consent_withdraw"),
]
