"""The rules of the search written down as slowly and plainly as they can be: every engine must agree with this."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key

from search.interface import RELEVANCE, Document, Query, Schema
from search.language.analysis import Terms, analyse
from search.language.reading import Clause, Word, beginning, completed, read
from search.language.stems import stems
from search.language.synonyms import Synonyms
from search.language.tokens import words

WEIGHTS = {"name": 8, "title": 4, "body": 1}
MEANT = 100
BY_SYNONYM = {8: 20, 4: 20, 1: 9, 0: 0}
WHOLE = 10  # how many times more a whole word is worth than a beginning


@dataclass(frozen=True)
class Expected:
    """What an engine has to answer."""

    total: int
    ids: list[int]
    facets: dict[str, dict[str, int]]


class Bank:
    """Documents, and what a query must find among them."""

    def __init__(self, schema: Schema, documents: Sequence[Document], synonyms: Synonyms | None = None) -> None:
        self.schema, self.documents = schema, list(documents)
        self.synonyms = synonyms or Synonyms()
        self.terms = {document.id: analyse(schema, document) for document in documents}

    def expect(self, query: Query, left_out: Sequence[str] = ()) -> Expected:
        """The answer to a query whose words need no mending, without the words that were left out of it."""
        clauses = self._clauses(query, left_out)
        hits = [one for one in self.documents if self._matches(one, query, clauses)]
        facets = {
            facet.name: {
                code: sum(
                    code in one.facets.get(facet.name, ())
                    for one in self.documents
                    if self._matches(one, query, clauses, without=facet.name)
                )
                for code in self._codes(facet.name)
            }
            for facet in self.schema.facets
            if facet.counted
        }
        return Expected(len(hits), self._ordered(hits, query, clauses), facets)

    def without(self, query: Query, condition: str, left_out: Sequence[str] = ()) -> int:
        """How many documents the query finds without one condition."""
        clauses = [] if condition == "text" else self._clauses(query, left_out)
        return sum(self._matches(one, query, clauses, without=condition) for one in self.documents)

    def _clauses(self, query: Query, left_out: Sequence[str] = ()) -> Sequence[Clause]:
        gone = {word for one in left_out for word in words(one)}
        return [clause for clause in self._all_clauses(query) if not gone.issuperset(clause.typed.split())]

    def _all_clauses(self, query: Query) -> Sequence[Clause]:
        ignored = frozenset(stem for word in self.schema.ignored_words for stem in stems(word))
        reading = read(query.text, self.synonyms, ignored)
        if not reading.unfinished or query.literal:
            return reading.clauses
        there = {word for terms in self.terms.values() for word in terms.words}
        begun = beginning(reading.unfinished, sorted(word for word in there if word.startswith(reading.unfinished)))
        return completed(reading, begun, self.synonyms.begun(reading.unfinished)).clauses

    def _codes(self, facet: str) -> set[str]:
        return {code for one in self.documents for code in one.facets.get(facet, ())}

    def _matches(self, one: Document, query: Query, clauses: Sequence[Clause], without: str = "") -> bool:
        for facet, codes in query.filters.items():
            known = facet in self.schema.facet_names and facet != without
            if known and not set(codes) & set(one.facets.get(facet, ())):
                return False
        return all(self._best(clause, one) for clause in clauses)

    def _best(self, clause: Clause, one: Document) -> int:
        """The weight of the best way in which the clause matches, 0 if it does not."""
        if any(code in one.facets.get(facet, ()) for facet, code in clause.targets):
            return MEANT
        terms = self.terms[one.id]
        own, *synonyms = (min(self._word(word, terms) for word in phrase) for phrase in clause.phrases)
        weaker = (min(self._word(word, terms) for word in phrase) for phrase in clause.weaker)
        return max(WHOLE * own, *(BY_SYNONYM[one] for one in synonyms), *weaker, 0)

    def _word(self, word: Word, terms: Terms) -> int:
        if terms.names & set(word.names):
            return WEIGHTS["name"]
        if terms.titles & set(word.stems):
            return WEIGHTS["title"]
        return WEIGHTS["body"] if terms.bodies & set(word.stems) else 0

    def _ordered(self, hits: list[Document], query: Query, clauses: Sequence[Clause]) -> list[int]:
        by_relevance = query.sort == RELEVANCE and clauses
        order = self.schema.tiebreak if by_relevance else query.sort
        scores = {one.id: self._score(one, clauses) if by_relevance else 0 for one in hits}
        compare = cmp_to_key(lambda one, other: self._compare(one, other, order))
        return [one.id for one in sorted(sorted(hits, key=compare), key=lambda one: -scores[one.id])]

    def _score(self, one: Document, clauses: Sequence[Clause]) -> int:
        return sum(self._best(clause, one) * self._rarity(clause) for clause in clauses)

    def _rarity(self, clause: Clause) -> int:
        found = sum(self._best(clause, one) > 0 for one in self.documents)
        rarity = 1
        while rarity < 4 and found * 10**rarity <= len(self.documents):
            rarity += 1
        return rarity

    def _compare(self, one: Document, other: Document, order: str) -> int:
        for key in self.schema.sort(order).keys:
            first, second = one.keys[key.name], other.keys[key.name]
            if isinstance(first, str):
                first, second = (str(text).lower().replace("ё", "е") for text in (first, second))
            if first != second:
                return (-1 if first < second else 1) * (-1 if key.descending else 1)  # type: ignore[operator]
        return one.id - other.id
