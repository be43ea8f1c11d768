"""The parameters of the API: those of the page, but a program hears of each one that it got wrong."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from django.http import QueryDict
from django.utils.translation import gettext as _

from search.api.problems import Mistake
from search.faceted.address import MAX_VALUES, Search, read
from search.faceted.catalogue import Catalogue, Vocabulary
from search.language.sanitise import MAX_LENGTH, MAX_WORDS

#: A page number with more digits is nobody's.
LONGEST_NUMBER = 7


def asked(params: QueryDict, catalogue: Catalogue, vocabulary: Vocabulary) -> Search:
    """The search that is asked for; raises ``Mistake`` where the page would leave something out."""
    reading = read(params, catalogue, vocabulary)
    errors = tuple(_errors(params, catalogue, reading.search))
    if errors:
        raise Mistake(HTTPStatus.BAD_REQUEST, _("В запросе есть ошибки."), errors)
    return reading.search


def _errors(params: QueryDict, catalogue: Catalogue, search: Search) -> Iterator[tuple[str, str]]:
    facets = {facet.name: facet for facet in catalogue.facets}
    known = {"q", "exact", "sort", "size", "page", "fields", *facets}
    for name in params:
        if name not in known:
            yield name[:MAX_LENGTH], _("Такого параметра нет.")
    text = params.get("q", "")
    if len(text) > MAX_LENGTH or len(text.split()) > MAX_WORDS:
        limits = {"words": MAX_WORDS, "letters": MAX_LENGTH}
        yield "q", _("Запрос длиннее, чем %(words)s слов или %(letters)s знаков.") % limits
    for name, facet in facets.items():
        given = set(params.getlist(name)[:MAX_VALUES])
        if given - set(search.chosen.get(name, ())) or len(params.getlist(name)) > MAX_VALUES:
            yield name, str(facet.unknown)
    yield from _one_of(params, "sort", tuple(catalogue.orders))
    yield from _one_of(params, "size", tuple(map(str, catalogue.sizes)))
    yield from _one_of(params, "exact", ("0", "1"))
    page = params.get("page", "1")
    if not (page.isascii() and page.isdigit() and 0 < len(page) <= LONGEST_NUMBER and int(page)):
        yield "page", _("Номер страницы – число от 1.")


def _one_of(params: QueryDict, name: str, values: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if params.get(name, values[0]) not in values:
        yield name, _("Здесь может стоять: %(values)s.") % {"values": ", ".join(values)}
