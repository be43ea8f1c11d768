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
from mentoring.consents.records import ConsentRecord
from mentoring.consents.signals import consent_withdrawn


class ConsentRefused(Refused):
    """The consent cannot be recorded or withdrawn this way."""


class RecordsConsent(Action):
    """Writes down a consent that somebody has given; it cannot be edited afterwards."""

    permission = "add"
    log_action = "duet.consent.record"
    thing: Any

    def check_permission(self) -> None:
        if self.user is not None and not user_can(self.user, self.permission, self.thing):
            raise PermissionDenied

    def check(self) -> None:
        if self.thing.pk is not None:
            raise ConsentRefused(_("Это согласие уже записано. Исправить его нельзя: отзовите и запишите новое."))
        self.check_person()
        if self.thing.given_on > timezone.localdate():
            raise ConsentRefused(_("Дата согласия ещё не наступила."))
        self.thing.full_clean()

    def check_person(self) -> None:
        """Raise ``ConsentRefused`` where this person's consent is not taken."""

    def apply(self) -> None:
        self.thing.recorded_by_id = None if self.user is None else self.user.pk
        self.thing.withdrawn_on = None
        self.thing.save()

    def log_data(self) -> dict[str, Any]:
        return {"consent": str(self.thing)}


class WithdrawsConsent(Action):
    """Ends a consent on a day, for good; what stood on the site by it goes at once."""

    permission = "change"
    log_action = "duet.consent.withdraw"
    thing: Any

    def __init__(self, consent: ConsentRecord, user: User | None, on: date) -> None:
        super().__init__(consent, user)
        self.on = on

    def check(self) -> None:
        if self.thing.withdrawn_on is not None:
            raise ConsentRefused(_("Согласие уже отозвано %(day)s.") % {"day": f"{self.thing.withdrawn_on:%d.%m.%Y}"})
        if not self.thing.given_on <= self.on <= timezone.localdate():
            raise ConsentRefused(_("День отзыва – не раньше дня согласия и не позже сегодняшнего."))

    def apply(self) -> None:
        self.thing.withdrawn_on = self.on
        self.thing.save(update_fields=["withdrawn_on"])
        self.clear_away()
        consent_withdrawn.send(type(self.thing), consent=self.thing)

    def clear_away(self) -> None:
        """Remove what the consent alone allowed to keep."""

    def log_data(self) -> dict[str, Any]:
        return {"consent": str(self.thing)}


class RecordConsent(RecordsConsent):
    """Writes down the consent of a mentor; it stands in the mentor's history too."""

    thing: MentorConsent

    def apply(self) -> None:
        super().apply()
        log(instance=self.thing.mentor, action=self.log_action, user=self.user, data=self.log_data())


class WithdrawConsent(WithdrawsConsent):
    """Ends the consent of a mentor; pictures made from the portrait go at once."""

    thing: MentorConsent

    def clear_away(self) -> None:
        mentor = self.thing.mentor
        if mentor.portrait is not None and _ends_the_portrait(self.thing):
            mentor.portrait.renditions.all().delete()
        log(instance=mentor, action=self.log_action, user=self.user, data=self.log_data())


def _ends_the_portrait(consent: MentorConsent) -> bool:
    return consent.purpose == Purpose.PROCESSING or PublicField.PORTRAIT.value in consent.fields
