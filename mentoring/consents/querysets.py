from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from mentoring.consents.enums import Purpose

if TYPE_CHECKING:
    from mentoring.consents.models import MenteeConsent, MentorConsent  # noqa: F401 – named in base classes


def in_force(on: date) -> Q:
    """A condition on consents: given, not run out, not withdrawn on that day."""
    return (
        (Q(valid_until__isnull=True) | Q(valid_until__gte=on))
        & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))
        & Q(given_on__lte=on)
    )


class ConsentQuerySet(models.QuerySet["MentorConsent"]):
    """Questions about consents."""

    def valid(self, on: date) -> ConsentQuerySet:
        """Those in force on a day."""
        return self.filter(in_force(on))

    def for_purpose(self, purpose: Purpose) -> ConsentQuerySet:
        """Those given for one purpose."""
        return self.filter(purpose=purpose)

    def for_interview(self, interview: int | OuterRef | None) -> ConsentQuerySet:
        """Those given for one interview (its primary key), and for nothing else."""
        return self.for_purpose(Purpose.INTERVIEW).filter(interview=interview)

    def ending(self, today: date, until: date) -> ConsentQuerySet:
        """Those in force that end by that day, and that no longer one of the same purpose follows."""
        same = self.model._default_manager.filter(
            Q(interview=OuterRef("interview")) | ~Q(purpose=Purpose.INTERVIEW),
            in_force(today),
            mentor=OuterRef("mentor"),
            purpose=OuterRef("purpose"),
        )
        longer = same.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("valid_until")))
        return self.valid(today).filter(~Exists(longer), valid_until__lte=until)

    def in_order_of_end(self) -> ConsentQuerySet:
        """By municipality, then by the day they end, with the names that a letter needs."""
        people = self.select_related("mentor__organisation")
        return people.order_by("mentor__organisation__municipality", "valid_until", "mentor__last_name", "pk")


class MenteeConsentQuerySet(models.QuerySet["MenteeConsent"]):
    """Questions about the consents of adult mentees."""

    def valid(self, on: date) -> MenteeConsentQuerySet:
        """Those in force on a day."""
        return self.filter(in_force(on))

    def for_interview(self, interview: int | OuterRef | None) -> MenteeConsentQuerySet:
        """Those given for one interview (its primary key)."""
        return self.filter(interview=interview)
