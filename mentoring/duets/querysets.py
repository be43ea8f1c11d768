from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from mentoring.duets.enums import CLOSED_STATES, UNDER_WAY_STATES, ProjectState
from mentoring.duets.months import first_of_month, months_of_year

if TYPE_CHECKING:
    from cms.territories.models import Municipality
    from mentoring.duets.models import DuetProject  # noqa: F401 – named in a base class


class ProjectQuerySet(models.QuerySet["DuetProject"]):
    """Questions about the monthly projects."""

    def under_way(self) -> ProjectQuerySet:
        """Those that give their month a duet, or will: neither declined nor cancelled."""
        return self.filter(state__in=UNDER_WAY_STATES)

    def of_place(self, municipality: Municipality | None) -> ProjectQuerySet:
        """The projects of a municipality; of the region itself for None."""
        return self.filter(municipality=municipality)

    def of_month(self, day: date) -> ProjectQuerySet:
        """Those of the month in which the day lies."""
        return self.filter(month=first_of_month(day))

    def of_year(self, year: int) -> ProjectQuerySet:
        """Those of the school year that began in this calendar year."""
        months = months_of_year(year)
        return self.filter(month__range=(months[0], months[-1]))

    def since(self, month: date) -> ProjectQuerySet:
        """Those of this month and later."""
        return self.filter(month__gte=month)

    def late(self, on: date) -> ProjectQuerySet:
        """Those whose step should have been done before the day, or whose month is over without a publication."""
        waiting = self.exclude(state__in={ProjectState.PUBLISHED, *CLOSED_STATES})
        return waiting.filter(Q(due_on__lt=on) | Q(month__lt=first_of_month(on)))

    def due_for_publication(self, now: datetime) -> ProjectQuerySet:
        """Scheduled ones whose hour has come."""
        return self.filter(state=ProjectState.SCHEDULED, publish_at__lte=now)

    def in_states(self, states: Iterable[ProjectState]) -> ProjectQuerySet:
        """Those that stand in one of the states."""
        return self.filter(state__in=set(states))

    def with_duet(self) -> ProjectQuerySet:
        """Everything that a list or the year wheel says of a project, in a constant number of queries."""
        related = self.select_related("municipality", "responsible", "page", "pair__mentor", "mentee")
        return related.prefetch_related("speakers")

    def for_words(self) -> ProjectQuerySet:
        """Everything that the words of a project are made from."""
        return self.with_duet().prefetch_related("questions__answers")
