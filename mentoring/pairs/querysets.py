from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from mentoring.pairs.enums import PairState

if TYPE_CHECKING:
    from cms.territories.models import Municipality
    from mentoring.pairs.models import Pair  # noqa: F401 – named in a base class


class PairQuerySet(models.QuerySet["Pair"]):
    """Questions about pairs."""

    def worked(self) -> PairQuerySet:
        """Those that have begun, whatever became of them; drafts do not count."""
        return self.exclude(state=PairState.DRAFT)

    def between(self, first: date, last: date) -> PairQuerySet:
        """Those that worked on at least one day from ``first`` to ``last``."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=first), started_on__lte=last)

    def in_territory(self, municipality: Municipality | None) -> PairQuerySet:
        """Those of the municipality; of the whole region, if none is given."""
        return self.filter(organisation__municipality=municipality) if municipality else self.all()

    def in_organisations(self, organisations: Iterable[int]) -> PairQuerySet:
        """Those that work in one of the organisations (primary keys)."""
        return self.filter(organisation__in=list(organisations))
