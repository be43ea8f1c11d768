from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from cms.territories.models import Municipality, Organisation  # noqa: F401 – named in a base class


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    """Questions about municipalities."""

    def active(self) -> MunicipalityQuerySet:
        """Those that take part now; a merged or closed one stays for history."""
        return self.filter(is_active=True)

    def with_branch_or(self, codes: Iterable[str]) -> MunicipalityQuerySet:
        """Those whose branch of the site is open, and those with one of the codes."""
        return self.filter(models.Q(branch__isnull=False) | models.Q(code__in=codes))


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Questions about organisations."""

    def in_municipalities(self, municipalities: models.QuerySet[Municipality]) -> OrganisationQuerySet:
        """Those that stand in one of the municipalities."""
        return self.filter(municipality__in=municipalities)
