"""Searches as answers of the API: same question, same engine, same counts as the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.urls import reverse

from cms.open_data.reading import those
from cms.open_data.resources import resources
from cms.schema import is_behind
from cms.sharing.address import site_root
from search.api.asking import asked
from search.api.records import with_address
from search.engines import get_engine
from search.faceted.address import Search
from search.faceted.catalogue import Catalogue
from search.faceted.panel import panel
from search.faceted.vocabulary import VocabularyCache
from search.interface import Correction, Hit, Result

#: Makes an address of the site absolute.
Absolute = Callable[[str], str]
#: Makes the hits items, in their order.
Items = Callable[[Sequence[Hit], Absolute], list[dict[str, Any]]]


def answer(
    request: HttpRequest, catalogue: Catalogue, words: VocabularyCache[Any], html: str, items: Items
) -> dict[str, Any]:
    """The answer to this request; `html` is the address of the same search for people."""
    vocabulary = words.current()
    search = asked(request.GET, catalogue, vocabulary)
    result = get_engine().search(catalogue.kind, search.query())
    shown = replace(search, page=result.page)
    absolute = request.build_absolute_uri
    return {
        "total": result.total,
        "page": result.page,
        "pages": result.pages,
        "size": search.size,
        "mended": _words(search, result.correction),
        "offered": _words(search, result.offer),
        "understood": [
            {"facet": one.facet, "codes": list(one.codes), "words": one.typed}
            for one in result.told.understood
            if one.facet not in search.chosen
        ],
        "left_out": list(result.told.left_out),
        "items": items(result.hits, absolute),
        "facets": [
            {
                "name": facet.name,
                "label": facet.label,
                "values": [
                    {"code": one.value, "label": one.label, "count": one.count, "chosen": one.checked}
                    for one in facet.options
                ],
            }
            for facet in panel(search, vocabulary, result.facets, html)
        ],
        "links": _links(shown, result, absolute, request.path, html),
    }


def _words(search: Search, correction: Correction | None) -> dict[str, str] | None:
    return {"typed": search.text, "used": correction.used} if correction else None


def _links(search: Search, result: Result, absolute: Absolute, here: str, html: str) -> dict[str, str | None]:
    def page(number: int) -> str | None:
        exists = 1 <= number <= result.pages
        return absolute(replace(search, page=number).url(here)) if exists else None

    return {
        "self": absolute(search.url(here)),
        "html": absolute(search.url(html)),
        "previous": page(result.page - 1),
        "next": page(result.page + 1),
    }


def mentor_items(hits: Sequence[Hit], absolute: Absolute) -> list[dict[str, Any]]:
    """The mentors as their records, asked of the bank itself: whoever went this moment is left out."""
    resource, root = resources["mentors"], site_root()
    try:
        told = those(resource, [hit.id for hit in hits])
    except DatabaseError:
        if not is_behind():
            raise
        return [_card_of_mentor(hit, absolute) for hit in hits]  # before `migrate` the index alone can be read
    return [with_address(resource, told[hit.id], root) for hit in hits if hit.id in told]


def _card_of_mentor(hit: Hit, absolute: Absolute) -> dict[str, Any]:
    """What the mentor's card says, in the sentences of the record."""
    card = hit.card
    return {
        "id": hit.id,
        "url": absolute(card["url"]),
        **{name: card[name] for name in ("name", "subjects", "about", "place", "takes", "meetings")},
        "places_free": card["free"],
        "places_total": card["total"],
        "confirmed_on": card["confirmed"],
    }


def page_items(hits: Sequence[Hit], absolute: Absolute) -> list[dict[str, Any]]:
    """What the pages' cards say."""
    return [page_fields(hit.id, hit.card, absolute) for hit in hits]


def page_fields(pk: int, card: Mapping[str, Any], absolute: Absolute) -> dict[str, Any]:
    """A page as the index keeps its card."""
    return {
        "id": pk,
        "url": absolute(card["url"]),
        "api_url": absolute(reverse("api:page", args=[pk])),
        "kind": {"code": card["kind_code"], "label": card["kind"]},
        "title": card["title"],
        "lead": card["lead"],
        "facts": card["facts"],
        "municipality": {"code": card["district"], "label": card["place"]} if card["district"] else None,
        "day": card["day"] or None,
    }
