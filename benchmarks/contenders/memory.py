"""The limit: every posting list in memory, documents numbered in the default order, no store, no freshness."""

import json
from collections.abc import Mapping

from pyroaring import BitMap

from benchmarks.contenders.answer import Answer
from benchmarks.queries import Asked
from search.embedded import matching, rows
from search.embedded.answering import MOST_COMPLETIONS, ignored_stems
from search.embedded.families import SEPARATOR, TEXTS, Family
from search.embedded.matching import TextMatch
from search.embedded.refreshing import known_words
from search.embedded.state import Tiers, numbers_of
from search.interface import Query
from search.language.reading import Word, beginning, completed, read
from search.language.spelling import Vocabulary
from search.mentors.schema import KIND, SCHEMA

ORDER = SCHEMA.default_sort


class Memory:
    """Facets, words and cards as plain Python objects; a page is a slice of a bitmap."""

    name = "memory"
    words = "the limit: roaring bitmaps in memory with no store, no freshness, no mending of typing errors"
    may_be_slow = False

    def __init__(self) -> None:
        live = rows.live_generation(KIND)
        if live is None:
            raise RuntimeError("build the index first")
        generation = live[0]
        self._ids = _ids_in_order(generation)
        numbers = {number: place for place, (number, _) in enumerate(self._ids)}
        self.facets: dict[str, dict[str, BitMap]] = {name: {} for name in SCHEMA.facet_names}
        for term, bitmap in rows.bitmaps(generation, Family.FACET).items():
            facet, _, code = term.partition(SEPARATOR)
            self.facets[facet][code] = _renumbered(bitmap, numbers)
        self._texts = {
            (int(family), term): _renumbered(bitmap, numbers)
            for family in TEXTS
            for term, bitmap in rows.bitmaps(generation, family).items()
        }
        self._everything = BitMap(range(len(self._ids)))
        self._vocabulary = Vocabulary(rows.sizes(generation, Family.WORD).items())
        self.beginnings: dict[Word, Tiers] = {}
        self._synonyms = known_words(SCHEMA.kind)

    def can(self, asked: Asked) -> bool:
        return not asked.is_mistyped

    def agrees(self, asked: Asked) -> bool:
        return True

    def answer(self, asked: Asked) -> Answer:
        query = asked.query
        text = self._match(query)
        chosen = {
            name: BitMap.union(*(self.facets[name].get(code, _NOBODY) for code in codes))
            for name, codes in query.filters.items()
        }
        hits = self._all_of(text, chosen)
        counts: dict[str, Mapping[str, int]] = {}
        for name, codes in self.facets.items():
            scope = self._all_of(text, chosen, name) if name in chosen else hits
            size = scope.intersection_cardinality
            counts[name] = {code: size(bitmap) for code, bitmap in codes.items()}
        return Answer(len(hits), self._page(hits, text, query), counts)

    def _match(self, query: Query) -> TextMatch | None:
        reading = read(query.text, self._synonyms, ignored_stems(SCHEMA.ignored_words))
        if not reading.clauses:
            return None
        if reading.unfinished:
            begun = self._vocabulary.completions(reading.unfinished, MOST_COMPLETIONS)
            word, meant = beginning(reading.unfinished, begun), self._synonyms.begun(reading.unfinished)
            reading = completed(reading, word, meant)
        known = _Known(self._texts)
        found = tuple(matching.clause_found(self, known, clause) for clause in reading.clauses)
        return TextMatch(reading, found, BitMap.intersection(*(one.anywhere for one in found)))

    def _all_of(self, text: TextMatch | None, chosen: Mapping[str, BitMap], but: str = "") -> BitMap:
        sets = [members for name, members in chosen.items() if name != but]
        if text is not None:
            sets.append(text.hits)
        return BitMap.intersection(*sets) if sets else self._everything

    def _page(self, hits: BitMap, text: TextMatch | None, query: Query) -> tuple[int, ...]:
        start = (min(query.page, max(1, -(-len(hits) // query.page_size))) - 1) * query.page_size
        found: list[int] = []
        groups = text.ranked(hits, len(self._everything)) if text is not None and hits else [(0, hits)]
        for _, members in groups:
            found += members[start : start + query.page_size - len(found)]
            start = max(0, start - len(members))
            if len(found) >= query.page_size:
                break
        return tuple(self._ids[place][1] for place in found)


_NOBODY = BitMap()


class _Known(dict[tuple[int, str], BitMap]):
    def __missing__(self, key: tuple[int, str]) -> BitMap:
        return _NOBODY


def _renumbered(bitmap: BitMap, numbers: Mapping[int, int]) -> BitMap:
    return BitMap([numbers[number] for number in bitmap])


def _ids_in_order(generation: int) -> list[tuple[int, int]]:
    ids = dict(
        rows.fetch("SELECT number, object_id FROM duet_search_storeddocument WHERE generation_id = %s", [generation])
    )
    shelves = [(json.loads(first), numbers) for _, sort, first, numbers in rows.shelves(generation) if sort == ORDER]
    return [(number, ids[number]) for _, numbers in sorted(shelves) for number in numbers_of(numbers)]
