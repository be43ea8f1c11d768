"""Bodies of the searches of one answer, declared with `elasticsearch.dsl` and understood by OpenSearch as well.

What the searches of an answer share is declared once and put into each as it is: the DSL costs as much as a search.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from elasticsearch.dsl import A, Q

from search.embedded.face import SEPARATOR
from search.interface.query import RELEVANCE, Query
from search.interface.schema import MEANT_WEIGHT, Schema, TextKind
from search.language.reading import Clause, Word

CODES = "codes"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Conditions:
    """A query taken apart: its text (None: no text that tells anything) and one filter for each chosen facet.

    `scored` gives the points of each clause of the text.
    """

    text: Sequence[Json] | None
    scored: Sequence[Json]
    chosen: Mapping[str, Json]

    def filters(self, *left_out: str) -> list[Json]:
        """All conditions but these ("text" or names of facets), as filters."""
        found = [terms for name, terms in self.chosen.items() if name not in left_out]
        return found if self.text is None or "text" in left_out else [*found, *self.text]


def conditions(schema: Schema, query: Query, clauses: Sequence[tuple[Clause, int]] | None) -> Conditions:
    """The conditions of a query whose text was read into clauses, each with how telling it is.

    Facets that the schema does not know are left out.
    """
    chosen = {
        name: Q("terms", **{CODES: [f"{name}{SEPARATOR}{code}" for code in codes]}).to_dict()
        for name, codes in query.filters.items()
        if name in schema.facet_names
    }
    if clauses is None:
        return Conditions(None, (), chosen)
    scored = [_scored(clause, rarity) for clause, rarity in clauses]
    return Conditions([_found(clause) for clause, _ in clauses], scored, chosen)


def page(schema: Schema, asked: Conditions, query: Query, start: int) -> Json:
    """The hits from `start` on, without a total and without counts."""
    by_relevance = asked.text is not None and query.sort == RELEVANCE
    sort = schema.sort(schema.tiebreak if by_relevance else query.sort)
    places = [(f"keys.{key.name}", "desc" if key.descending else "asc") for key in sort.keys]
    order: list[Any] = [{name: {"order": way, "unmapped_type": "long"}} for name, way in [*places, ("id", "asc")]]
    return {
        "query": {"bool": {"must": asked.scored, "filter": asked.filters("text")}}
        if by_relevance
        else _filtered(asked.filters()),
        "sort": ["_score", *order] if by_relevance else order,
        "from": start,
        "size": query.page_size,
        "_source": ["id", "card"],
        "track_total_hits": False,
        "track_scores": by_relevance,
    }


def counts(asked: Conditions, codes: int, *left_out: str) -> Json:
    """The total under all conditions, and the documents of each of at most `codes` codes of all facets but these."""
    return _counts(asked.filters(), codes, "exclude", left_out)


def own_counts(asked: Conditions, codes: int, facet: str) -> Json:
    """The documents of each of at most `codes` codes of a facet under all conditions but its own."""
    return _counts(asked.filters(facet), codes, "include", (facet,))


def total(asked: Conditions, left_out: str) -> Json:
    """The total under all conditions but one."""
    return _counts(asked.filters(left_out), 0, "", ())


def _counts(filters: list[Json], codes: int, verb: str, facets: tuple[str, ...]) -> Json:
    body = {"query": _filtered(filters), "size": 0, "track_total_hits": True}
    return {**body, "aggs": _codes(codes, verb, facets)} if codes else body


@lru_cache(maxsize=256)
def _codes(codes: int, verb: str, facets: tuple[str, ...]) -> Json:
    """Only what is read is counted into the answer: a chosen facet is read from the search without its own filter."""
    named = "|".join(re.escape(name) for name in facets)
    only = {verb: f"({named}){SEPARATOR}.*"} if facets else {}
    return {CODES: A("terms", field=CODES, size=codes, **only).to_dict()}


def _filtered(filters: list[Json]) -> Json:
    return {"bool": {"filter": filters}} if filters else {"match_all": {}}


# Where a word has to stand, from the narrowest place to the widest.
_NAMES = ("names",)
_TITLES = ("names", "titles")
_ANYWHERE = ("names", "titles", "bodies")
_TIERS = ((TextKind.NAME, _NAMES), (TextKind.TITLE, _TITLES), (TextKind.BODY, _ANYWHERE))


@lru_cache(maxsize=256)
def _found(clause: Clause) -> Json:
    """The clause stands anywhere, or a value that it names was given."""
    stands = _any_of((*clause.phrases, *clause.weaker), _ANYWHERE)
    found: Json = (_any([_meant(clause), stands]) if clause.targets else stands).to_dict()
    return found


@lru_cache(maxsize=256)
def _scored(clause: Clause, rarity: int) -> Json:
    """The weight of the best way in which the clause matches, times its rarity; the cluster adds no opinion."""
    own, synonyms = clause.phrases[:1], clause.phrases[1:]
    ways = [(MEANT_WEIGHT, _meant(clause))] if clause.targets else []
    ways += [(kind.whole_weight, _any_of(own, fields)) for kind, fields in _TIERS]
    if synonyms:
        ways += [(kind.synonym_weight, _any_of(synonyms, fields)) for kind, fields in _TIERS]
    if clause.weaker:
        ways += [(kind.weight, _any_of(clause.weaker, fields)) for kind, fields in _TIERS]
    tiers = [Q("constant_score", filter=found, boost=float(points * rarity)) for points, found in ways]
    scored: Json = Q("dis_max", queries=tiers).to_dict()
    return scored


def _meant(clause: Clause) -> Any:
    """One of the values that the clause names."""
    return Q("terms", **{CODES: [f"{facet}{SEPARATOR}{code}" for facet, code in clause.targets]})


def _any_of(phrases: tuple[tuple[Word, ...], ...], fields: tuple[str, ...]) -> Any:
    """Any of these phrases; all words of a phrase."""
    return _any([_all([_word(word, fields) for word in phrase]) for phrase in phrases])


def _word(word: Word, fields: tuple[str, ...]) -> Any:
    return _any([Q("terms", **{name: list(word.names if name == "names" else word.stems)}) for name in fields])


def _all(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else Q("bool", filter=queries)


def _any(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=1)
