from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

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


class MenteeConsentQuerySet(models.QuerySet["MenteeConsent"]):
    """Questions about the consents of adult mentees."""

    def valid(self, on: date) -> MenteeConsentQuerySet:
        """Those in force on a day."""
        return self.filter(in_force(on))
