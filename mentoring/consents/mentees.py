"""Consents of adult mentees to a published interview: recorded once, withdrawn once."""

from __future__ import annotations

from django.utils.translation import gettext as _

from mentoring.consents.actions import ConsentRefused, RecordsConsent, WithdrawsConsent
from mentoring.consents.models import MenteeConsent


class RecordMenteeConsent(RecordsConsent):
    """Writes down the consent of an adult mentee; it cannot be edited afterwards."""

    thing: MenteeConsent

    def check_person(self) -> None:
        if self.thing.mentee.is_minor:
            raise ConsentRefused(_("Наставляемому нет 18 лет: согласие на публикацию интервью не принимают."))


class WithdrawMenteeConsent(WithdrawsConsent):
    """Ends the consent on a day, for good; what stood on the site by it goes at once."""

    thing: MenteeConsent
