"""Puts an answer together: total, page of hits with their cards, counts."""

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

from pyroaring import BitMap

from search.embedded import facets, ordering, rows
from search.embedded.answering import Text, find_text
from search.embedded.state import CARDS_KEPT, State, trimmed
from search.interface.query import RELEVANCE, Query
from search.interface.result import Hit, Relaxation, Result
from search.interface.schema import Schema


def answer(state: State, schema: Schema, query: Query, started: float, *, stale: bool) -> Result:
    """The answer of this state to a query that came at `started` on the clock `time.perf_counter`."""
    text = find_text(state, schema, query)
    query = text.applied(query)
    filtered = facets.narrowed(state, text.hits, query.filters)
    hits = filtered.hits()
    total = len(hits)
    pages = max(1, -(-total // query.page_size))
    page = min(query.page, pages)
    counted = [facet.name for facet in schema.facets if _is_counted(facet.name, facet.counted, query)]
    return Result(
        total=total,
        hits=_hits(state, schema, query, text, hits, (page - 1) * query.page_size),
        facets=facets.counts(state, filtered, counted),
        page=page,
        pages=pages,
        correction=text.correction,
        offer=text.offer,
        matched=text.matched,
        told=text.told,
        took=time.perf_counter() - started,
        stale=stale,
    )


def _is_counted(name: str, counted: bool, query: Query) -> bool:
    return counted if query.counts is None else name in query.counts


def _hits(state: State, schema: Schema, query: Query, text: Text, hits: BitMap, start: int) -> tuple[Hit, ...]:
    if not hits:
        return ()
    if text.match is None or query.sort != RELEVANCE:
        groups = [(0, hits)]
        sort = schema.sort(query.sort).name
    else:
        groups = text.match.ranked(hits, len(state.everything))
        sort = schema.tiebreak
    found = ordering.page(state, groups, sort, start, query.page_size)
    cards = _cards(state, [number for number, _ in found])
    return tuple(Hit(*cards[number], score) for number, score in found if number in cards)


def _cards(state: State, numbers: Sequence[int]) -> Mapping[int, tuple[int, Mapping[str, Any]]]:
    found = {number: card for number in numbers if (card := state.cards.get(number)) is not None}
    if missing := [number for number in numbers if number not in found]:
        state.reads += 1
        fresh = {number: (id_, json.loads(card)) for number, id_, card in rows.cards(state.generation, missing)}
        found.update(fresh)
        state.cards.update(fresh)
        trimmed(state.cards, CARDS_KEPT)
    return found


def relaxed(state: State, schema: Schema, query: Query) -> tuple[Relaxation, ...]:
    """What leaving out one condition would find."""
    text = find_text(state, schema, query)
    filtered = facets.narrowed(state, text.hits, text.applied(query).filters)
    conditions = [*filtered.chosen, *(["text"] if filtered.text is not None else [])]
    totals = [Relaxation(name, len(filtered.without(name))) for name in conditions]
    return tuple(sorted((one for one in totals if one.total), key=lambda one: (-one.total, one.condition)))
