"""The way on from an empty result: what to give up and what that brings, in true numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cms.wording import counted
from search.faceted.address import Search
from search.faceted.catalogue import Vocabulary
from search.faceted.chips import condition_words
from search.interface import Engine, Result


@dataclass(frozen=True, slots=True)
class Way:
    """A link out: its words and what it finds («6 наставников»)."""

    words: str
    url: str
    found: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """What stands in place of the list."""

    title: str
    lead: str
    ways: tuple[Way, ...]
    nearest: Way | None
    everything: Way | None


def nothing(engine: Engine, search: Search, result: Result, vocabulary: Vocabulary, base: str) -> Nothing:
    """Every way out that finds something."""
    catalogue = search.catalogue
    ways = tuple(_ways(engine, search, vocabulary, base))
    return Nothing(
        title=catalogue.voice.nobody(search),
        lead=_lead(search, bool(ways)),
        ways=ways,
        nearest=catalogue.nearest(engine, search, result, vocabulary, base) if catalogue.nearest else None,
        everything=_everything(engine, search, base),
    )


def found_words(search: Search, number: int) -> str:
    """«6 наставников»."""
    one, few, many = map(str, search.catalogue.voice.noun)
    return counted(number, one, few, many)


def _lead(search: Search, has_ways: bool) -> str:
    voice = search.catalogue.voice
    if has_ways and search.conditions > 1:
        return str(voice.give_up_one)
    if search.conditions > 1:
        return _("Одно условие здесь не поможет. Уберите несколько или начните сначала.")
    return str(voice.try_words) if search.text else ""


def _ways(engine: Engine, search: Search, vocabulary: Vocabulary, base: str) -> Iterator[Way]:
    if search.conditions < 2:
        return
    own = {*search.chosen, "text"}  # the scope of a list cannot be given up
    relaxed = engine.relaxations(search.catalogue.kind, search.query())
    totals = {one.condition: one.total for one in relaxed if one.condition in own}
    for facet in search.catalogue.facets:
        if facet.needs in search.chosen and facet.name in search.chosen:
            # The districts take their organisations along, which the engine does not know.
            totals[facet.needs] = _total(engine, search.without(facet.needs, vocabulary))
    for condition, total in sorted(totals.items(), key=lambda item: -item[1]):
        if total:
            url = search.without(condition, vocabulary).url(base)
            yield Way(condition_words(condition, search, vocabulary), url, found_words(search, total))


def _everything(engine: Engine, search: Search, base: str) -> Way | None:
    everything = search.reset()
    total = _total(engine, everything) if search.conditions else 0
    words = str(search.catalogue.voice.everything)
    return Way(words, everything.url(base), found_words(search, total)) if total else None


def _total(engine: Engine, search: Search) -> int:
    return engine.search(search.catalogue.kind, replace(search.query(), page_size=1, counts=())).total
