"""Bodies of the searches of one answer, declared with `elasticsearch.dsl` and understood by OpenSearch as well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import A, Q, Search

from search.embedded.families import SEPARATOR
from search.interface.query import RELEVANCE, Query
from search.interface.schema import Schema, TextKind
from search.language.reading import Clause, Reading, Word

CODES = "codes"


@dataclass(frozen=True, slots=True)
class Conditions:
    """A query taken apart: its text (None: no text that tells anything) and one filter for each chosen facet.

    `rarities` say how telling each clause of the text is: what its weight is multiplied by.
    """

    reading: Reading | None
    rarities: tuple[int, ...]
    chosen: Mapping[str, Any]

    def filters(self, *left_out: str) -> list[Any]:
        """All conditions but these ("text" or names of facets), as filters."""
        found = [terms for name, terms in self.chosen.items() if name not in left_out]
        if self.reading is not None and "text" not in left_out:
            found += [_clause(clause, _ANYWHERE) for clause in self.reading.clauses]
        return found


def conditions(schema: Schema, query: Query, reading: Reading | None, rarities: Sequence[int]) -> Conditions:
    """The conditions of a query whose text was read; facets that the schema does not know are left out."""
    chosen = {
        name: Q("terms", **{CODES: [f"{name}{SEPARATOR}{code}" for code in codes]})
        for name, codes in query.filters.items()
        if name in schema.facet_names
    }
    return Conditions(reading, tuple(rarities), chosen)


def page(schema: Schema, asked: Conditions, query: Query, start: int) -> Search:
    """The hits from `start` on, without a total and without counts."""
    by_relevance = asked.reading is not None and query.sort == RELEVANCE
    sort = schema.sort(schema.tiebreak if by_relevance else query.sort)
    order: list[Any] = [
        {f"keys.{key.name}": {"order": "desc" if key.descending else "asc", "unmapped_type": "long"}}
        for key in sort.keys
    ]
    if by_relevance and asked.reading is not None:
        scored = [_scored(*pair) for pair in zip(asked.reading.clauses, asked.rarities, strict=True)]
        found = Search().query(Q("bool", must=scored, filter=asked.filters("text")))
        order.insert(0, "_score")
    else:
        found = _filtered(asked.filters())
    found = found.sort(*order, {"id": {"order": "asc", "unmapped_type": "long"}}).source(["id", "card"])
    return found.extra(track_total_hits=False, track_scores=by_relevance)[start : start + query.page_size]


def counts(asked: Conditions, codes: int, *left_out: str) -> Search:
    """The total under all conditions but these, and the documents of each of at most `codes` codes of all facets."""
    found = _filtered(asked.filters(*left_out)).extra(size=0, track_total_hits=True)
    if codes:
        found.aggs.bucket(CODES, A("terms", field=CODES, size=codes))
    return found


def _filtered(filters: list[Any]) -> Search:
    return Search().query(Q("bool", filter=filters) if filters else Q("match_all"))


# Where a word has to stand, from the narrowest place to the widest.
_NAMES = ("names",)
_TITLES = ("names", "titles")
_ANYWHERE = ("names", "titles", "bodies")
_TIERS = ((TextKind.NAME, _NAMES), (TextKind.TITLE, _TITLES), (TextKind.BODY, _ANYWHERE))


def _scored(clause: Clause, rarity: int) -> Any:
    """The weight of the best kind of text in which the clause stands, times its rarity; the cluster adds no opinion."""
    tiers = [
        Q("constant_score", filter=_clause(clause, fields), boost=float(kind.weight * rarity))
        for kind, fields in _TIERS
    ]
    return Q("dis_max", queries=tiers)


def _clause(clause: Clause, fields: tuple[str, ...]) -> Any:
    """Any of its phrases; all words of a phrase."""
    phrases = [_all([_word(word, fields) for word in phrase]) for phrase in clause.phrases]
    return _any(phrases)


def _word(word: Word, fields: tuple[str, ...]) -> Any:
    return _any([Q("terms", **{name: list(word.names if name == "names" else word.stems)}) for name in fields])


def _all(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else Q("bool", filter=queries)


def _any(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=1)
