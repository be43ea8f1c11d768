from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.query import PageQuerySet

from cms.pages.publicness import not_withheld, open_to_all

if TYPE_CHECKING:
    from bestpractices.practices.models import PracticePage  # noqa: F401
    from cms.accounts.territory import Territory
    from cms.territories.models import Municipality, Organisation


class PracticeQuerySet(PageQuerySet):
    """Questions about practices."""

    def shown(self) -> PracticeQuerySet:
        """What visitors may read: live and not behind a door."""
        return not_withheld(open_to_all(self.live()))

    def in_municipality(self, municipality: Municipality) -> PracticeQuerySet:
        """The municipality's practices."""
        return self.filter(municipality=municipality)

    def inside(self, territory: Territory) -> PracticeQuerySet:
        """Those whose municipality lies inside."""
        inside: PracticeQuerySet = territory.restrict(self, "municipality")  # type: ignore[assignment]
        return inside

    def of_organisation(self, organisation: Organisation) -> PracticeQuerySet:
        """Those of one organisation."""
        return self.filter(organisation=organisation)

    def of_year(self, year: int) -> PracticeQuerySet:
        """Those whose result was reached in the school year that began in ``year``."""
        return self.filter(year=year)

    def for_cards(self) -> PracticeQuerySet:
        """Everything that a list says about a practice, in a constant number of queries."""
        return self.select_related("municipality", "organisation").prefetch_related("subjects", "indicators")
