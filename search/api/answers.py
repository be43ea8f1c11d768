"""Searches as answers of the API: same question, same engine, same counts as the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from search.api.asking import asked
from search.engines import get_engine
from search.faceted.address import Search
from search.faceted.catalogue import Catalogue
from search.faceted.panel import panel
from search.faceted.vocabulary import VocabularyCache
from search.interface import Correction, Hit, Result

#: Makes a hit one of the items; the second argument makes an address of the site absolute.
Absolute = Callable[[str], str]
Item = Callable[[Hit, Absolute], dict[str, Any]]


def answer(
    request: HttpRequest, catalogue: Catalogue, words: VocabularyCache[Any], html: str, item: Item
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
        "items": [item(hit, absolute) for hit in result.hits],
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


def mentor_item(hit: Hit, absolute: Absolute) -> dict[str, Any]:
    """What the mentor's card says, and nothing that it does not."""
    card = hit.card
    kept = ("name", "subjects", "about", "place", "takes", "meetings")
    return {
        "id": hit.id,
        "url": absolute(card["url"]),
        **{name: card[name] for name in kept},
        "places_free": card["free"],
        "places_total": card["total"],
        "confirmed_on": card["confirmed"],
    }


def page_item(hit: Hit, absolute: Absolute) -> dict[str, Any]:
    """What the page's card says."""
    return page_fields(hit.id, hit.card, absolute)


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
