"""A list of pages with facets: an index page declares it, the search, which this floor does not know, answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.pages.editorial import EditorialPage
from cms.pages.facets import Forms, Words
from cms.pages.findable import SECTION, FoundAs

#: Orders that every list can have, after the word «Сначала»; by relevance alone where words were typed.
NEW, OLD, TITLE = "new", "old", "title"
ORDER_WORDS: dict[str, str | Promise] = {NEW: _("новые"), OLD: _("давние"), TITLE: _("по алфавиту")}
FIELD_LABEL = _("Слово из названия или текста")
EMPTY = _("Здесь пока ничего нет.")

#: By the ids of pages, what their cards print in ``more``; asked in a constant number of queries.
Beside = Callable[[Sequence[int]], Mapping[int, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows and how it speaks.

    `of` names the page types ("cms.ActPage"), `noun` one of them («акт», «акта», «актов»). `facets` are names of
    facets in their order: "district", "year", and those that the page types declare; a list inside a municipality
    leaves "district" out. `field_label` stands over the search field. `empty` is said while there is nothing to list.
    `card` names a Jinja2 template with a macro `card(card)`; it prints `cms.appearance.pieces.PageCard`. `beside` tells
    by the ids of the listed pages what else their cards print and the index does not keep. A room's own `template`
    extends the given one.
    """

    of: tuple[str, ...]
    noun: Forms
    facets: tuple[str, ...] = ("district", "year")
    field_label: Words = FIELD_LABEL
    empty: Words = EMPTY
    orders: tuple[str, ...] = (NEW, OLD, TITLE)
    card: str = "search/faceted/page_card.html"
    template: str = "search/faceted/listing.html"
    beside: Beside | None = None


class ListingPage(EditorialPage):
    """An index page with a search and facets over the public pages of some types.

    In a municipality's branch it lists what belongs to the municipality, outside of all branches everything.
    """

    listing: ClassVar[Listing]
    found_as: ClassVar[FoundAs | None] = SECTION

    class Meta:
        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return self.listing.template

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return listers.answer(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)


Lister = Callable[[ListingPage, HttpRequest], HttpResponse]


class Listers:
    """Who answers lists: the search takes this office at start-up."""

    def __init__(self) -> None:
        self._lister: Lister | None = None

    def appoint(self, lister: Lister) -> None:
        self._lister = lister

    def answer(self, page: ListingPage, request: HttpRequest) -> HttpResponse:
        """The response for an index page; raises where no search is installed."""
        if self._lister is None:
            raise RuntimeError("nobody answers lists: is the app «search» installed?")
        return self._lister(page, request)


listers = Listers()
