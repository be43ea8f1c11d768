from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from bestpractices.yearbook.enums import PUBLISHABLE_STATES, BookState

if TYPE_CHECKING:
    from bestpractices.yearbook.models import YearBook  # noqa: F401 – named in a base class
    from cms.territories.models import Organisation


class YearBookQuerySet(models.QuerySet["YearBook"]):
    """Questions about year books."""

    def of_school(self, organisation: Organisation) -> YearBookQuerySet:
        """Those of one organisation."""
        return self.filter(organisation=organisation)

    def of_year(self, year: int) -> YearBookQuerySet:
        """Those of the school year that began in ``year``."""
        return self.filter(year=year)

    def published(self) -> YearBookQuerySet:
        """What visitors may read: accepted, put on the page by the school, of a school that still takes part."""
        return self.filter(
            published_at__isnull=False,
            state__in=PUBLISHABLE_STATES,
            organisation__is_active=True,
            organisation__municipality__is_active=True,
        )

    def in_state(self, state: BookState) -> YearBookQuerySet:
        """Those that stand there."""
        return self.filter(state=state)

    def longest_waiting(self) -> YearBookQuerySet:
        """Those that moved longest ago first."""
        return self.order_by("state_since", "pk")

    def with_school(self) -> YearBookQuerySet:
        """Everything that a list says of a book, in a constant number of queries."""
        return self.select_related("organisation__municipality", "sent_by", "decided_by")
