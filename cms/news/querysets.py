from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar

from django.db.models import F
from django.db.models.functions import Coalesce
from wagtail.query import PageQuerySet

from cms.pages.publicness import public_pages
from cms.territories.models import Municipality

Q = TypeVar("Q", bound="BranchQuerySet")


class BranchQuerySet(PageQuerySet):
    """Questions about the pages of a branch."""

    def readable(self: Q) -> Q:
        """Those that every visitor may read now."""
        return public_pages(self)

    def of_branch(self: Q, municipality: Municipality | None) -> Q:
        """Those of the municipality; of the whole region, if none is given."""
        found = self if municipality is None else self.filter(municipality=municipality)
        return found.select_related("municipality", "municipality__home_page")


class NewsQuerySet(BranchQuerySet):
    """Questions about news."""

    def between(self, first: date, last: date) -> NewsQuerySet:
        """Those dated from ``first`` to ``last``."""
        return self.filter(day__range=(first, last))

    def latest_first(self) -> NewsQuerySet:
        return self.order_by("-day", "-first_published_at", "-pk")


class EventQuerySet(BranchQuerySet):
    """Questions about events."""

    def between(self, first: date, last: date) -> EventQuerySet:
        """Those that began on a day from ``first`` to ``last``."""
        return self.filter(starts_at__date__range=(first, last))

    def coming(self, at: datetime) -> EventQuerySet:
        """Those that are not over at this moment, the nearest first."""
        return self._with_end().filter(over_at__gte=at).order_by("starts_at", "pk")

    def past(self, at: datetime) -> EventQuerySet:
        """Those that are over, the latest first."""
        return self._with_end().filter(over_at__lt=at).order_by("-starts_at", "-pk")

    def _with_end(self) -> EventQuerySet:
        return self.annotate(over_at=Coalesce(F("ends_at"), F("starts_at")))
