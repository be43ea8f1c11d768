"""Both pages in turn, templates included, for a visitor who is not signed in."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.cache import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django_htmx.middleware import HtmxDetails

from benchmarks.pages.stock import stock_search
from benchmarks.queries import Asked
from benchmarks.rounds import clock
from cms.freshness.memory import asked as remembered_answers
from search.mentors.catalogue import search_for
from search.mentors.views import mentor_search

SIZE = 24  # the page size nearest to the twenty hits of the search step
View = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True, slots=True)
class PageLine:
    """Median seconds of both pages for one query, and how long they are in bytes."""

    asked: Asked
    ours: float
    stock: float
    ours_size: int
    stock_size: int


def measure(queries: Sequence[Asked], rounds: int) -> list[PageLine]:
    """Pages of all queries that find somebody without mending: only these both views print alike."""
    alike = (asked for asked in queries if not asked.is_mistyped and asked.group != "no hit")
    return [_line(asked, _address(asked), rounds) for asked in alike]


def _address(asked: Asked) -> str:
    query = asked.query
    chosen = {name: tuple(sorted(codes)) for name, codes in query.filters.items()}
    if "organisation" in chosen:
        chosen.pop("organisation")  # the page offers only those of the chosen districts
    page = max(1, query.page * query.page_size // SIZE)
    return search_for(query.text, chosen, page=page, size=SIZE).url(reverse("mentor-search"))


def _line(asked: Asked, address: str, rounds: int) -> PageLine:
    taken: dict[View, list[float]] = {mentor_search: [], stock_search: []}
    sizes: dict[View, int] = {}
    for round_ in range(rounds + 1):
        for view in taken:
            request = _request(address)
            remembered_answers.clear()  # both pages are made, none is repeated
            started = clock()
            response = view(request)
            seconds = clock() - started
            if response.status_code != 200:
                raise RuntimeError(f"{address}: {response.status_code}")
            sizes[view] = len(response.content)
            if round_:  # the first one compiles templates
                taken[view].append(seconds)
    ours, stock = (statistics.median(taken[view]) for view in (mentor_search, stock_search))
    return PageLine(asked, ours, stock, sizes[mentor_search], sizes[stock_search])


def _request(address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.user = AnonymousUser()
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]
    request.session = SessionStore()
    return request
