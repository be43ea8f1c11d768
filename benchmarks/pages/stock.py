"""The page as it is written first: the engine finds the ids, the ORM reads the rows, Django templates print them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mentoring.bank.models import Mentor
from mentoring.bank.presenters import PublicMentor, public_mentors
from search.engines import get_engine
from search.faceted.address import Search, read
from search.faceted.chips import chips
from search.faceted.paging import pager, sort_options
from search.mentors.catalogue import MENTORS
from search.mentors.facets import FACETS
from search.mentors.schema import KIND
from search.mentors.sentence import headline
from search.mentors.vocabulary import Vocabulary, vocabulary_cache

Counts = Mapping[str, Mapping[str, int]]


def stock_search(request: HttpRequest) -> HttpResponse:
    """The same search, the same facets and as many cards; without marks, descriptions and ways out of nothing."""
    vocabulary = vocabulary_cache.current()
    search = read(request.GET, MENTORS, vocabulary).search
    base = reverse("mentor-search")
    result = get_engine().search(KIND, search.query())
    context = {
        "headline": headline(result.total, search, vocabulary),
        "search": search,
        "mentors": _rows([hit.id for hit in result.hits]),
        "facets": list(_facets(search, vocabulary, result.facets)),
        "chips": chips(search, vocabulary, base),
        "sorts": sort_options(search),
        "pager": pager(search, result, base),
    }
    return render(request, "benchmarks/stock_page.html", context)


def _rows(ids: list[int]) -> list[PublicMentor]:
    today = timezone.localdate()
    found = Mentor.objects.public(today).filter(pk__in=ids).for_presenting()
    by_key = {mentor.pk: mentor for mentor in public_mentors(found, today)}
    return [by_key[pk] for pk in ids if pk in by_key]


def _facets(
    search: Search, vocabulary: Vocabulary, counts: Mapping[str, Mapping[str, int]]
) -> Iterator[dict[str, Any]]:
    for facet in FACETS:
        chosen = search.chosen.get(facet.name, ())
        values = facet.values(vocabulary, search.chosen)
        options = [
            {"code": code, "label": label, "count": counts[facet.name].get(code, 0), "checked": code in chosen}
            for code, label in values.items()
        ]
        if facet.long:
            options.sort(key=lambda option: (not option["checked"], -option["count"]))
        if options:
            yield {"facet": facet, "options": options}
