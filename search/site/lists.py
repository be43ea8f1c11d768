"""Lists of index pages: the same index, narrowed to the page types and the municipality of the index page."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from cms.acts.asking import asked
from cms.acts.written_days import readable_days
from cms.pages.crumbs import page_crumbs
from cms.pages.listing import NEW, ORDER_WORDS, ListingPage
from search.faceted.answering import Place, answer
from search.faceted.catalogue import Catalogue
from search.faceted.page import SearchPage
from search.faceted.sentence import voice
from search.interface import RELEVANCE
from search.site.cards import listed_cards
from search.site.catalogue import ORDERS
from search.site.documents import list_code
from search.site.facets import facet_named
from search.site.schema import KIND
from search.site.vocabulary import page_words


def answer_list(page: ListingPage, request: HttpRequest) -> HttpResponse:
    """The response of an index page."""
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])

    def context(request: HttpRequest, found: SearchPage) -> dict[str, Any]:
        return {
            **page.get_context(request),
            "crumbs": page_crumbs(page, request),
            "heading": page.title,
            "form_label": page.title,
            "field_label": page.listing.field_label,
        }

    district = page.municipality.code if page.municipality else ""
    place = Place(page.get_url(request) or "", page.get_template(request), context)
    catalogue = catalogue_of(type(page), district)  # type: ignore[arg-type]  # a class is hashable, whatever its rows are
    return answer(request, catalogue, page_words, place)


@lru_cache(maxsize=512)
def catalogue_of(model: type[ListingPage], district: str) -> Catalogue:
    """The search of this type of index page: of the whole region, or (by code) of one municipality."""
    listing = model.listing
    names = (name for name in listing.facets if not (district and name == "district"))
    return Catalogue(
        kind=KIND,
        facets=tuple(facet_named(name) for name in names),
        voice=voice(listing.noun, listing.empty),
        orders={name: ORDERS[name] for name in (RELEVANCE, *listing.orders) if name in {RELEVANCE, *ORDER_WORDS}},
        cards=partial(listed_cards, beside=listing.beside),
        card_template=listing.card,
        scope={"list": tuple(list_code(label, district) for label in listing.of)},
        asked=asked,
        readable=readable_days,
        wordless=NEW,
    )
