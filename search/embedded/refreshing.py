"""Brings what a process keeps up to the newest entry of the log, reading only what changed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyroaring import BitMap

from search.embedded import generations, rows
from search.embedded.families import SEPARATOR, Family
from search.embedded.state import (
    TEXT_FAMILIES,
    KeptShelf,
    KeptSuggestion,
    State,
    SuggestionList,
    numbers_of,
)
from search.interface.schema import Schema
from search.language.spelling import Vocabulary
from search.language.synonyms import Synonyms
from search.language.tokens import words
from search.registry import registry

MOST_ENTRIES = 3000  # more news than this, and reading everything anew is cheaper


def load(schema: Schema, head: rows.Head) -> State | None:
    """Everything from the database; None while the kind has no living generation."""
    generation = rows.live_generation(schema.kind)
    if generation is None:
        return None
    number = generation[0]
    facets: dict[str, dict[str, BitMap]] = {facet.name: {} for facet in schema.facets}
    for term, bitmap in sorted(rows.bitmaps(number, Family.FACET).items()):
        name, _, code = term.partition(SEPARATOR)
        if name in facets:
            facets[name][code] = bitmap
    return State(
        kind=schema.kind,
        generation=number,
        sequence=head.sequence,
        token=head.token,
        news=(head.sequence, head.token),
        everything=rows.bitmaps(number, Family.EVERYTHING).get("", BitMap()),
        facets=facets,
        shelves=_shelves(schema, rows.shelves(number)),
        synonyms=known_words(schema.kind),
    )


def known_words(kind: str) -> Synonyms:
    """The editors' synonyms, and what words mean in this kind of content."""
    return Synonyms(registry.synonyms.provider(), registry.get(kind).meanings())


def _shelves(schema: Schema, stored: Iterable[tuple[int, str, str, bytes]]) -> dict[str, list[KeptShelf]]:
    by_sort: dict[str, list[KeptShelf]] = {name: [] for name in schema.sort_names}
    for number, sort, first, numbers in stored:
        if sort in by_sort:
            by_sort[sort].append(KeptShelf(json.loads(first), number, BitMap(numbers_of(numbers))))
    for shelves in by_sort.values():
        shelves.sort(key=lambda shelf: shelf.first)
    return by_sort


def advance(schema: Schema, state: State, head: rows.Head, *, alone: bool) -> State | None:
    """A newer state out of this one; None where everything has to be read anew.

    `alone`: the news may be rolled back, so nothing that other states share may learn of it.
    """
    entries = rows.log_from(state.sequence, MOST_ENTRIES)
    if not entries or (entries[0].sequence, entries[0].token) != (state.sequence, state.token):
        return None  # the log was trimmed past us, or our last entry was rolled back
    if entries[-1].sequence < head.sequence or rows.newest() - state.sequence > generations.LOG_KEPT:
        return None  # too much, or some of it was trimmed: entries about documents outlast all others
    news: defaultdict[Family, set[str]] = defaultdict(set)
    places: defaultdict[Family, set[int]] = defaultdict(set)
    last = state.news
    for entry in entries[1:]:
        family = Family(entry.family)
        if family is Family.GENERATION and entry.term == state.kind:
            return None
        if entry.generation == state.generation or family is Family.SYNONYMS:
            news[family].add(entry.term)
            places[family].add(entry.chunk)
            last = entry.sequence, entry.token
    new = _renewed(schema, state, entries[-1], news, places, alone)
    new.news = last
    return new


def _renewed(
    schema: Schema,
    state: State,
    last: rows.Entry,
    news: Mapping[Family, set[str]],
    places: Mapping[Family, set[int]],
    alone: bool,
) -> State:
    new = State(
        kind=state.kind,
        generation=state.generation,
        sequence=last.sequence,
        token=last.token,
        everything=state.everything,
        facets=state.facets,
        shelves=state.shelves,
        synonyms=state.synonyms,
        vocabulary=None if alone else state.vocabulary,
        suggestions=None if news.get(Family.SUGGESTION) else state.suggestions,
        texts=_without_texts(state, news),
        cards={number: card for number, card in list(state.cards.items()) if number not in places[Family.CARD]}
        if places.get(Family.CARD)
        else dict(state.cards),
        orders=dict(state.orders),
    )
    if news.keys().isdisjoint({*TEXT_FAMILIES, Family.WORD}):
        new.completed, new.beginnings = dict(state.completed), dict(state.beginnings)
    if news.get(Family.EVERYTHING):
        new.everything = rows.bitmaps(new.generation, Family.EVERYTHING).get("", BitMap())
    if terms := news.get(Family.FACET):
        new.facets = _facets(new, terms)
    same = (name for name in state.columns if new.facets[name] is state.facets[name])
    new.columns = {name: state.columns[name] for name in same}
    if shelves := places.get(Family.SHELF):
        new.shelves = _replaced_shelves(schema, new, shelves)
    if news.get(Family.SYNONYMS):
        new.synonyms, new.vocabulary = known_words(schema.kind), None
    if new.vocabulary is not None:
        _update_words(new.generation, new.vocabulary, news)
    return new


def _update_words(generation: int, vocabulary: Vocabulary, news: Mapping[Family, set[str]]) -> None:
    moved = {word for word in news.get(Family.NAME, ()) if word in vocabulary}  # into a name, or out of the last one
    if changed := sorted(moved | news.get(Family.WORD, set())):
        named = rows.sizes(generation, Family.NAME, changed)
        for word, count in rows.sizes(generation, Family.WORD, changed).items():
            vocabulary.update(word, count, is_name=bool(named[word]))


def _without_texts(state: State, news: Mapping[Family, set[str]]) -> dict[tuple[int, str], BitMap]:
    kept = dict(state.texts)
    for family in TEXT_FAMILIES & news.keys():
        for term in news[family]:
            kept.pop((family, term), None)
    return kept


def _facets(state: State, terms: set[str]) -> dict[str, Mapping[str, BitMap]]:
    facets = dict(state.facets)
    fresh = rows.bitmaps(state.generation, Family.FACET, sorted(terms))
    copied: dict[str, dict[str, BitMap]] = {}
    for term in terms:
        name, _, code = term.partition(SEPARATOR)
        if name not in facets:
            continue
        codes = copied.setdefault(name, dict(facets[name]))
        if term in fresh:
            codes[code] = fresh[term]
        else:
            codes.pop(code, None)
    return {**facets, **{name: dict(sorted(codes.items())) for name, codes in copied.items()}}


def _replaced_shelves(schema: Schema, state: State, changed: set[int]) -> dict[str, list[KeptShelf]]:
    for number in changed:
        state.orders.pop(number, None)
    fresh = _shelves(schema, rows.shelves(state.generation, sorted(changed)))
    merged = {}
    for sort, shelves in state.shelves.items():
        kept = [shelf for shelf in shelves if shelf.id not in changed]
        merged[sort] = sorted(kept + fresh[sort], key=lambda shelf: shelf.first) if fresh[sort] else kept
    return merged


def vocabulary(state: State) -> Vocabulary:
    """The words of the index and of known phrases; read when a query first needs them."""
    if state.vocabulary is None:
        state.reads += 1
        counts = rows.sizes(state.generation, Family.WORD)
        names = rows.sizes(state.generation, Family.NAME)
        state.vocabulary = Vocabulary(counts.items(), names, state.synonyms.words)
    return state.vocabulary


def suggestions(state: State) -> SuggestionList:
    """The texts to offer; read when somebody first types."""
    if state.suggestions is None:
        state.reads += 1
        kept = []
        for term, total in rows.sizes(state.generation, Family.SUGGESTION).items():
            group, _, text = term.partition(SEPARATOR)
            kept.append(KeptSuggestion(group, text, tuple(words(text)), total))
        state.suggestions = SuggestionList(kept)
    return state.suggestions
