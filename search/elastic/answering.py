"""From a query to an answer of the cluster: one round trip for the hits, the total and every count."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from search.elastic import queries
from search.elastic.clients import Json, Server
from search.elastic.mapping import DEEPEST
from search.embedded import face
from search.embedded.face import SEPARATOR, Asked, State
from search.interface.query import Query
from search.interface.result import Hit, Relaxation, Result
from search.interface.schema import Schema


@dataclass(frozen=True, slots=True)
class Question:
    """A query whose words were read and mended by the vocabulary of the database's index."""

    schema: Schema
    query: Query
    read: Asked
    conditions: queries.Conditions
    codes: "Codes"


@dataclass(frozen=True, slots=True)
class Codes:
    """All codes of each facet with a zero each, and what each word of the cluster stands for."""

    zeros: Mapping[str, dict[str, int]]
    places: Mapping[str, tuple[str, str]]


_codes: WeakKeyDictionary[State, Codes] = WeakKeyDictionary()


def codes_of(state: State) -> Codes:
    """The codes of a state; made once, they are asked for with every answer."""
    known = _codes.get(state)
    if known is None:
        zeros = {name: dict.fromkeys(codes, 0) for name, codes in state.facets.items()}
        places = {f"{name}{SEPARATOR}{code}": (name, code) for name, codes in zeros.items() for code in codes}
        known = _codes[state] = Codes(zeros, places)
    return known


def question(state: State, schema: Schema, query: Query) -> Question:
    """The question that the cluster is asked."""
    read = face.read(state, schema, query)
    return Question(schema, read.query, read, queries.conditions(schema, read.query, read.clauses), codes_of(state))


def answer(server: Server, alias: str, asked: Question, deadline: float) -> Result:
    """The cluster's answer; raises ServerFailed past the deadline (of the clock `time.monotonic`)."""
    started = time.perf_counter()
    query, counted = asked.query, _counted(asked)
    own = [name for name in counted if name in asked.conditions.chosen]  # counted without their own filter
    every_code = len(asked.codes.places)
    start = min((query.page - 1) * query.page_size, DEEPEST - query.page_size)
    searches = [
        queries.page(asked.schema, asked.conditions, query, start),
        queries.counts(asked.conditions, every_code if len(own) < len(counted) else 0, *own),
        *(queries.own_counts(asked.conditions, every_code, name) for name in own),
    ]
    found, totals, *others = server.msearch(alias, searches, _left(deadline))
    total = totals["hits"]["total"]["value"]
    pages = max(1, -(-total // query.page_size))
    page = min(query.page, pages)
    if page != query.page:  # asked for more pages than there are: the last one
        last = queries.page(asked.schema, asked.conditions, query, (page - 1) * query.page_size)
        (found,) = server.msearch(alias, [last], _left(deadline))
    return Result(
        total=total,
        hits=tuple(_hit(hit) for hit in found["hits"]["hits"]),
        facets=_facets(asked.codes, counted, (totals, *others)),
        page=page,
        pages=pages,
        correction=asked.read.correction,
        offer=asked.read.offer,
        matched=asked.read.matched,
        told=asked.read.told,
        took=time.perf_counter() - started,
    )


def relaxed(server: Server, alias: str, asked: Question, deadline: float) -> tuple[Relaxation, ...]:
    """What leaving out one condition would find."""
    names = [*asked.conditions.chosen, *(["text"] if asked.conditions.text is not None else [])]
    if not names:
        return ()
    searches = [queries.total(asked.conditions, name) for name in names]
    answers = server.msearch(alias, searches, _left(deadline))
    totals = [Relaxation(name, one["hits"]["total"]["value"]) for name, one in zip(names, answers, strict=True)]
    return tuple(sorted((one for one in totals if one.total), key=lambda one: (-one.total, one.condition)))


def _counted(asked: Question) -> list[str]:
    wanted = asked.query.counts
    return [facet.name for facet in asked.schema.facets if (facet.counted if wanted is None else facet.name in wanted)]


def _hit(hit: Json) -> Hit:
    source = hit["_source"]
    return Hit(source["id"], source["card"], round(hit["_score"] or 0))


def _facets(codes: Codes, counted: Sequence[str], scopes: Sequence[Json]) -> dict[str, dict[str, int]]:
    """Each scope counts facets that no other does."""
    facets = {name: codes.zeros[name].copy() for name in counted}
    for scope in scopes:
        for bucket in scope["aggregations"][queries.CODES]["buckets"] if "aggregations" in scope else ():
            name, code = codes.places.get(bucket["key"], ("", ""))
            if name in facets:
                facets[name][code] = bucket["doc_count"]
    return facets


def _left(deadline: float) -> float:
    return max(0.05, deadline - time.monotonic())
