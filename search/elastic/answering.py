"""From a query to an answer of the cluster: one round trip for the hits, the total and every count."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from search.elastic import queries
from search.elastic.clients import Json, Server
from search.elastic.mapping import DEEPEST
from search.embedded.answering import Text, find_text
from search.embedded.families import SEPARATOR
from search.embedded.matching import rarity
from search.embedded.state import State
from search.interface.query import Query
from search.interface.result import Hit, Relaxation, Result
from search.interface.schema import Schema


@dataclass(frozen=True, slots=True)
class Question:
    """A query whose words were read and mended by the vocabulary of the database's index."""

    schema: Schema
    query: Query
    text: Text
    conditions: queries.Conditions
    codes: Mapping[str, tuple[str, ...]]


def question(state: State, schema: Schema, query: Query) -> Question:
    """The question that the cluster is asked."""
    text = find_text(state, schema, query)
    everything = len(state.everything)
    reading = text.match.reading if text.match else None
    rarities = [rarity(len(tiers.anywhere), everything) for tiers in text.match.tiers] if text.match else []
    return Question(
        schema,
        query,
        text,
        queries.conditions(schema, query, reading, rarities),
        {name: tuple(codes) for name, codes in state.facets.items()},
    )


def answer(server: Server, alias: str, asked: Question, deadline: float) -> Result:
    """The cluster's answer; raises ServerFailed past the deadline (of the clock `time.monotonic`)."""
    started = time.perf_counter()
    query, counted = asked.query, _counted(asked)
    own = [name for name in counted if name in asked.conditions.chosen]  # counted without their own filter
    every_code = sum(map(len, asked.codes.values()))
    start = min((query.page - 1) * query.page_size, DEEPEST - query.page_size)
    searches = [
        queries.page(asked.schema, asked.conditions, query, start),
        queries.counts(asked.conditions, every_code if len(own) < len(counted) else 0),
        *(queries.counts(asked.conditions, every_code, name) for name in own),
    ]
    found, totals, *others = server.msearch(alias, searches, _left(deadline))
    total = totals["hits"]["total"]["value"]
    pages = max(1, -(-total // query.page_size))
    page = min(query.page, pages)
    if page != query.page:  # asked for more pages than there are: the last one
        last = queries.page(asked.schema, asked.conditions, query, (page - 1) * query.page_size)
        (found,) = server.msearch(alias, [last], _left(deadline))
    scopes = dict(zip(own, others, strict=True))
    return Result(
        total=total,
        hits=tuple(_hit(hit) for hit in found["hits"]["hits"]),
        facets={name: _counts(name, asked.codes[name], scopes.get(name, totals)) for name in counted},
        page=page,
        pages=pages,
        correction=asked.text.correction,
        matched=asked.text.matched,
        took=time.perf_counter() - started,
    )


def relaxed(server: Server, alias: str, asked: Question, deadline: float) -> tuple[Relaxation, ...]:
    """What leaving out one condition would find."""
    names = [*asked.conditions.chosen, *(["text"] if asked.conditions.text is not None else [])]
    if not names:
        return ()
    searches = [queries.counts(asked.conditions, 0, name) for name in names]
    answers = server.msearch(alias, searches, _left(deadline))
    totals = [Relaxation(name, one["hits"]["total"]["value"]) for name, one in zip(names, answers, strict=True)]
    return tuple(sorted((one for one in totals if one.total), key=lambda one: (-one.total, one.condition)))


def _counted(asked: Question) -> list[str]:
    wanted = asked.query.counts
    return [facet.name for facet in asked.schema.facets if (facet.counted if wanted is None else facet.name in wanted)]


def _hit(hit: Json) -> Hit:
    source = hit["_source"]
    return Hit(source["id"], source["card"], round(hit["_score"] or 0))


def _counts(facet: str, codes: tuple[str, ...], scope: Json) -> dict[str, int]:
    buckets: dict[str, Any] = scope.get("aggregations", {}).get(queries.CODES, {})
    found = {bucket["key"]: bucket["doc_count"] for bucket in buckets.get("buckets", ())}
    return {code: found.get(f"{facet}{SEPARATOR}{code}", 0) for code in codes}


def _left(deadline: float) -> float:
    return max(0.05, deadline - time.monotonic())
