"""Consents of adult mentees to a published interview: recorded once, withdrawn once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.permissions import user_can
from cms.accounts.territory import User
from cms.actions import Action
from mentoring.consents.actions import ConsentRefused
from mentoring.consents.models import MenteeConsent
from mentoring.consents.signals import consent_withdrawn


class RecordMenteeConsent(Action):
    """Writes down the consent of an adult mentee; it cannot be edited afterwards."""

    permission = "add"
    log_action = "duet.consent.record"
    thing: MenteeConsent

    def check_permission(self) -> None:
        if self.user is not None and not user_can(self.user, self.permission, self.thing):
            raise PermissionDenied

    def check(self) -> None:
        if self.thing.pk is not None:
            raise ConsentRefused(_("Это согласие уже записано. Исправить его нельзя: отзовите и запишите новое."))
        if self.thing.mentee.is_minor:
            raise ConsentRefused(_("Наставляемому нет 18 лет: согласие на публикацию интервью не принимают."))
        if self.thing.given_on > timezone.localdate():
            raise ConsentRefused(_("Дата согласия ещё не наступила."))
        self.thing.full_clean()

    def apply(self) -> None:
        self.thing.recorded_by_id = None if self.user is None else self.user.pk
        self.thing.withdrawn_on = None
        self.thing.save()

    def log_data(self) -> dict[str, Any]:
        return {"consent": str(self.thing)}


class WithdrawMenteeConsent(Action):
    """Ends the consent on a day, for good; what stood on the site by it goes at once."""

    log_action = "duet.consent.withdraw"
    thing: MenteeConsent

    def __init__(self, consent: MenteeConsent, user: User | None, on: date) -> None:
        super().__init__(consent, user)
        self.on = on

    def lock(self) -> None:
        self.thing.withdrawn_on = MenteeConsent.objects.select_for_update().get(pk=self.thing.pk).withdrawn_on

    def check(self) -> None:
        if self.thing.withdrawn_on is not None:
            raise ConsentRefused(_("Согласие уже отозвано %(day)s.") % {"day": f"{self.thing.withdrawn_on:%d.%m.%Y}"})
        if not self.thing.given_on <= self.on <= timezone.localdate():
            raise ConsentRefused(_("День отзыва – не раньше дня согласия и не позже сегодняшнего."))

    def apply(self) -> None:
        self.thing.withdrawn_on = self.on
        self.thing.save(update_fields=["withdrawn_on"])
        consent_withdrawn.send(type(self.thing), consent=self.thing)

    def log_data(self) -> dict[str, Any]:
        return {"consent": str(self.thing)}
