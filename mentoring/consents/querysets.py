from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from mentoring.consents.enums import Purpose

if TYPE_CHECKING:
    from mentoring.consents.models import MentorConsent  # noqa: F401 – named in a base class


class ConsentQuerySet(models.QuerySet["MentorConsent"]):
    """Questions about consents."""

    def valid(self, on: date) -> ConsentQuerySet:
        """Those in force on a day: given, not run out, not withdrawn."""
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=on),
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on),
            given_on__lte=on,
        )

    def for_purpose(self, purpose: Purpose) -> ConsentQuerySet:
        """Those given for one purpose."""
        return self.filter(purpose=purpose)
