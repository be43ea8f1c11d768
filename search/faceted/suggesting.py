"""What is offered while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from search.engines import get_engine
from search.faceted.answering import jinja
from search.interface import Engine, EngineUnavailable
from search.language.sanitise import clean

LIMIT = 8
#: A single letter begins too many words to help anybody.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list: the words to search for, what they are, and how many they find."""

    text: str
    group: str
    found: str


def answer_suggestions(request: HttpRequest, offers: Callable[[Engine, str], Iterable[Offer]]) -> HttpResponse:
    """What somebody who typed this far may mean, as the options of a list box."""
    typed = clean(request.GET.get("q", ""))
    try:
        found = list(offers(get_engine(), typed)) if len(typed) >= SHORTEST else []
    except EngineUnavailable:
        found = []  # a field without suggestions is still a field
    response = HttpResponse(jinja("suggestions", {"suggestions": found}))
    patch_cache_control(response, private=True, max_age=30)
    return response
