"""The district nearest to the chosen ones in which everything else is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from search.faceted.address import Search
from search.faceted.nothing import Way, found_words
from search.interface import Engine, Result
from search.mentors.schema import KIND
from search.mentors.vocabulary import Vocabulary

Tile = tuple[int, int]


def nearest(engine: Engine, search: Search, result: Result, vocabulary: Vocabulary, base: str) -> Way | None:
    """The way to the district next to the chosen ones, by the tile map."""
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
        found_words(search, found[code]),
    )


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
