from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from wagtail.query import PageQuerySet

from cms.pages.publicness import public_pages
from cms.territories.models import Municipality, Organisation
from mentoring.school_years import SchoolYear


class ProgrammeQuerySet(PageQuerySet):
    """Questions about programmes."""

    def published(self) -> ProgrammeQuerySet:
        """Those that every visitor may read now."""
        return public_pages(self)

    def in_municipality(self, municipality: Municipality | None) -> ProgrammeQuerySet:
        """Those of one branch; of the whole region for None."""
        return self if municipality is None else self.filter(municipality=municipality)

    def of_year(self, year: SchoolYear) -> ProgrammeQuerySet:
        """Those that describe one school year."""
        return self.filter(year=year.start)

    def of_organisation(self, organisation: Organisation) -> ProgrammeQuerySet:
        """Those of one organisation."""
        return self.filter(organisation=organisation)

    def with_form(self, pair_models: Iterable[str]) -> ProgrammeQuerySet:
        """Those that chose at least one of the forms of pairs."""
        return self.filter(forms__pair_model__in=list(pair_models)).distinct()

    def organisations(self) -> models.QuerySet[Organisation]:
        """The organisations that these programmes describe, each once.

        For the published ones this is the count of S4-12, indicators 6 and 12: organisations with a page of their own
        and a section of their mentoring practice.
        """
        return Organisation.objects.filter(pk__in=self.values("organisation"))

    def for_cards(self) -> ProgrammeQuerySet:
        """Everything that a list shows, in a constant number of queries."""
        return self.select_related("organisation__municipality").prefetch_related("forms")

    def newest_first(self) -> ProgrammeQuerySet:
        """The latest school year first, then by title."""
        return self.order_by("-year", "title", "pk")
