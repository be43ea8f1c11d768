"""The way on from an empty result: what to give up and what that brings, in true numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cms.wording import counted
from search.interface import Engine, Result
from search.mentors.address import Search
from search.mentors.chips import condition_words
from search.mentors.schema import KIND
from search.mentors.sentence import MENTORS, nobody
from search.mentors.vocabulary import Vocabulary

Tile = tuple[int, int]


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
    everybody: Way | None


def nothing(engine: Engine, search: Search, result: Result, vocabulary: Vocabulary, base: str) -> Nothing:
    """Every way out that finds somebody."""
    ways = tuple(_ways(engine, search, vocabulary, base))
    return Nothing(
        title=nobody(search),
        lead=_lead(search, bool(ways)),
        ways=ways,
        nearest=_nearest(engine, search, result, vocabulary, base),
        everybody=_everybody(engine, search, base),
    )


def _lead(search: Search, has_ways: bool) -> str:
    if has_ways and search.conditions > 1:
        return _("Уберите одно, и наставники найдутся:")
    if search.conditions > 1:
        return _("Одно условие здесь не поможет. Уберите несколько или начните сначала.")
    if search.text:
        return _("Проверьте, нет ли опечатки, или назовите предмет, тему, школу, фамилию.")
    return ""


def _ways(engine: Engine, search: Search, vocabulary: Vocabulary, base: str) -> Iterator[Way]:
    if search.conditions < 2:
        return
    totals = {relaxed.condition: relaxed.total for relaxed in engine.relaxations(KIND, search.query())}
    if "organisation" in search.chosen:
        # The districts take their organisations along, which the engine does not know.
        totals["district"] = _total(engine, search.without("district", vocabulary))
    for condition, total in sorted(totals.items(), key=lambda item: -item[1]):
        if total:
            url = search.without(condition, vocabulary).url(base)
            yield Way(condition_words(condition, search, vocabulary), url, counted(total, *MENTORS))


def _nearest(engine: Engine, search: Search, result: Result, vocabulary: Vocabulary, base: str) -> Way | None:
    """The district next to the chosen ones, by the tile map, in which everything else is found."""
    chosen = search.chosen.get("district", ())
    if not chosen:
        return None
    counts: Mapping[str, int] = result.facets["district"]
    if "organisation" in search.chosen:
        anywhere = search.without("district", vocabulary)
        counts = engine.search(KIND, replace(anywhere.query(), page_size=1, counts=("district",))).facets["district"]
    found = {code: total for code, total in counts.items() if total and code in vocabulary.districts}
    if not found:
        return None
    tiles = [tile for code in chosen if (tile := vocabulary.districts[code].tile)]
    code = min(found, key=lambda code: (_distance(vocabulary.districts[code].tile, tiles), -found[code], code))
    return Way(
        vocabulary.districts[code].name,
        search.without("district", vocabulary).with_chosen(vocabulary, district=(code,)).url(base),
        counted(found[code], *MENTORS),
    )


def _everybody(engine: Engine, search: Search, base: str) -> Way | None:
    everybody = search.reset()
    total = _total(engine, everybody) if search.conditions else 0
    return Way(_("Показать всех"), everybody.url(base), counted(total, *MENTORS)) if total else None


def _total(engine: Engine, search: Search) -> int:
    return engine.search(KIND, replace(search.query(), page_size=1, counts=())).total


def _distance(tile: Tile | None, others: list[Tile]) -> int:
    """Steps on the honeycomb to the nearest of the others; a district without a tile stands behind all."""
    return min((_steps(tile, other) for other in others), default=0) if tile else 10_000


def _steps(one: Tile, other: Tile) -> int:
    """Steps between two hexagons whose odd rows stand half a step to the right."""
    (q1, r1), (q2, r2) = _axial(one), _axial(other)
    return max(abs(q1 - q2), abs(r1 - r2), abs(q1 + r1 - q2 - r2))


def _axial(tile: Tile) -> Tile:
    column, row = tile
    return column - (row - row % 2) // 2, row
