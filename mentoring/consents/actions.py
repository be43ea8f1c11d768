"""What is done with consents: recorded once, withdrawn once; nothing else ever changes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.permissions import user_can
from cms.accounts.territory import User
from cms.actions import Action, Refused
from mentoring.consents.enums import PublicField, Purpose
from mentoring.consents.models import MentorConsent
from mentoring.consents.signals import consent_withdrawn


class ConsentRefused(Refused):
    """The consent cannot be recorded or withdrawn this way."""


class RecordConsent(Action):
    """Writes down a consent that a mentor has given; it cannot be edited afterwards."""

    permission = "add"
    log_action = "duet.consent.record"
    thing: MentorConsent

    def check_permission(self) -> None:
        if self.user is not None and not user_can(self.user, self.permission, self.thing):
            raise PermissionDenied

    def check(self) -> None:
        if self.thing.pk is not None:
            raise ConsentRefused(_("Это согласие уже записано. Исправить его нельзя: отзовите и запишите новое."))
        if self.thing.given_on > timezone.localdate():
            raise ConsentRefused(_("Дата согласия ещё не наступила."))
        self.thing.full_clean()

    def apply(self) -> None:
        self.thing.recorded_by_id = None if self.user is None else self.user.pk
        self.thing.withdrawn_on = None
        self.thing.save()
        log(instance=self.thing.mentor, action=self.log_action, user=self.user, data=self.log_data())

    def log_data(self) -> dict[str, Any]:
        return {"consent": str(self.thing)}


class WithdrawConsent(Action):
    """Ends a consent on a day, for good; pictures made from the portrait go at once."""

    permission = "change"
    log_action = "duet.consent.withdraw"
    thing: MentorConsent

    def __init__(self, consent: MentorConsent, user: User | None, on: date) -> None:
        super().__init__(consent, user)
        self.on = on

    def lock(self) -> None:
        stored = MentorConsent.objects.select_for_update().get(pk=self.thing.pk)
        self.thing.withdrawn_on = stored.withdrawn_on

    def check(self) -> None:
        if self.thing.withdrawn_on is not None:
            raise ConsentRefused(_("Согласие уже отозвано %(day)s.") % {"day": f"{self.thing.withdrawn_on:%d.%m.%Y}"})
        if not self.thing.given_on <= self.on <= timezone.localdate():
            raise ConsentRefused(_("День отзыва – не раньше дня согласия и не позже сегодняшнего."))

    def apply(self) -> None:
        self.thing.withdrawn_on = self.on
        self.thing.save(update_fields=["withdrawn_on"])
        mentor = self.thing.mentor
        if mentor.portrait is not None and _ends_the_portrait(self.thing):
            mentor.portrait.renditions.all().delete()
        log(instance=mentor, action=self.log_action, user=self.user, data=self.log_data())
        consent_withdrawn.send(type(self.thing), consent=self.thing)

    def log_data(self) -> dict[str, Any]:
        return {"consent": str(self.thing)}


def _ends_the_portrait(consent: MentorConsent) -> bool:
    return consent.purpose == Purpose.PROCESSING or PublicField.PORTRAIT.value in consent.fields
