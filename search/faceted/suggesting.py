"""What is offered while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from cms.freshness.making import unremembered
from search.engines import get_engine
from search.faceted.address import Search, read
from search.faceted.answering import jinja
from search.faceted.catalogue import Catalogue
from search.faceted.vocabulary import VocabularyCache
from search.interface import EngineUnavailable, Suggestion

LIMIT = 8
#: A single letter begins too many words to help anybody.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list: the words to search for, what they are, and how many they find."""

    text: str
    group: str
    found: str


def answer_suggestions(
    request: HttpRequest,
    catalogue: Catalogue,
    words: VocabularyCache[Any],
    offers: Callable[[Iterable[Suggestion]], Iterable[Offer]],
) -> HttpResponse:
    """What somebody who typed this far may mean, as the options of a list box; the request says what is chosen."""
    try:
        search = read(request.GET, catalogue, words.current()).search
        found = list(offers(_suggested(search))) if len(search.text) >= SHORTEST else []
    except EngineUnavailable:
        unremembered()
        found = []  # a field without suggestions is still a field
    response = HttpResponse(jinja("suggestions", {"suggestions": found}))
    patch_cache_control(response, private=True, max_age=30)
    return response


def _suggested(search: Search) -> Iterable[Suggestion]:
    query = search.query()
    return get_engine().suggest(search.catalogue.kind, query.text, LIMIT, filters=query.filters, literal=query.literal)
