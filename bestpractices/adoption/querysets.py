"""The questions that are asked of adoptions."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

from bestpractices.adoption.enums import IN_USE
from cms.territories.models import Organisation


class AdoptionQuerySet(models.QuerySet[Any]):
    """Adoptions."""

    def of_practice(self, practice_id: UUID) -> AdoptionQuerySet:
        """Those of one practice, with the schools."""
        return self.filter(practice_id=practice_id).select_related("organisation__municipality")

    def in_use(self) -> AdoptionQuerySet:
        """Those that have not been given up."""
        return self.filter(state__in=sorted(IN_USE))

    def public(self) -> AdoptionQuerySet:
        """Those of schools that work, in municipalities that take part."""
        return self.filter(organisation__is_active=True, organisation__municipality__is_active=True)

    def of_school(self, organisation: Organisation) -> AdoptionQuerySet:
        """Those of one school."""
        return self.filter(organisation=organisation)

    def taken_between(self, first: date, last: date) -> AdoptionQuerySet:
        """Those that began on a day from ``first`` to ``last``."""
        return self.filter(taken_on__range=(first, last))
