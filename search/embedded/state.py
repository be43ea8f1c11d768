"""What a process keeps of a generation: facets, orders, and lately read texts and cards.

A state never changes what it says: newer states are made of older ones (`refreshing.py`). Only its stores of things
read from the database fill up.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from pyroaring import BitMap

from search.embedded.columns import Column, column_of
from search.embedded.families import Family
from search.language.reading import Word
from search.language.spelling import Vocabulary
from search.language.synonyms import Synonyms

TEXTS_KEPT = 192  # posting lists of words, at most 12 KB each at 100,000 documents
CARDS_KEPT = 400
BEGINNINGS_KEPT = 48  # documents of beginnings, at most 36 KB each at 100,000 documents
ORDERS_KEPT = 400  # shelves, about 1 KB each


@dataclass(frozen=True, slots=True)
class Tiers:
    """Documents of a word or of phrases: in a name, in a name or title, anywhere."""

    names: BitMap
    titles: BitMap
    anywhere: BitMap


@dataclass(frozen=True, slots=True)
class KeptShelf:
    """A stretch of an order: its place, its id in the database, its documents."""

    first: Any
    id: int
    numbers: BitMap


@dataclass(frozen=True, slots=True)
class KeptSuggestion:
    """A text to offer, the words that lead to it, and how many documents it finds."""

    group: str
    text: str
    words: tuple[str, ...]
    total: int


@dataclass(eq=False)
class State:
    """One kind as it stood at one entry of the log."""

    kind: str
    generation: int
    sequence: int
    token: int
    everything: BitMap
    facets: Mapping[str, Mapping[str, BitMap]]
    shelves: Mapping[str, Sequence[KeptShelf]]
    synonyms: Synonyms
    vocabulary: Vocabulary | None = None
    suggestions: "SuggestionList | None" = None
    texts: dict[tuple[int, str], BitMap] = field(default_factory=dict)
    completed: dict[str, Word] = field(default_factory=dict)  # by the letters typed
    beginnings: dict[Word, Tiers] = field(default_factory=dict)
    cards: dict[int, tuple[int, Mapping[str, Any]]] = field(default_factory=dict)
    orders: dict[int, Sequence[int]] = field(default_factory=dict)
    columns: dict[str, Column | None] = field(default_factory=dict)
    news: tuple[int, int] = (0, 0)  # the last entry of the log that tells of this kind, and its token
    reads: int = 0  # times that this state went to the database

    def column(self, facet: str) -> Column | None:
        """The facet document by document, where that can be kept; made when it is first wanted."""
        if facet not in self.columns:
            self.columns[facet] = column_of(self.facets[facet])
        return self.columns[facet]

    @cached_property
    def totals(self) -> Mapping[str, Mapping[str, int]]:
        """The counts of an empty query."""
        return MappingProxyType(
            {
                facet: MappingProxyType({code: len(bitmap) for code, bitmap in codes.items()})
                for facet, codes in self.facets.items()
            }
        )


class SuggestionList:
    """Texts to offer, found by the beginning of any of their words."""

    def __init__(self, kept: Iterable[KeptSuggestion]) -> None:
        self._by_word = sorted(
            ((word, place, one) for one in kept for place, word in enumerate(one.words)),
            key=lambda entry: (entry[0], entry[1], entry[2].group, entry[2].text),
        )
        self._words = [word for word, _, _ in self._by_word]

    def beginning(self, prefix: str) -> list[tuple[int, KeptSuggestion]]:
        """Texts with a word that begins so, and the place of that word in the text."""
        found = []
        for index in range(bisect_left(self._words, prefix), len(self._words)):
            if not self._words[index].startswith(prefix):
                break
            found.append(self._by_word[index][1:])
        return found


def trimmed(store: dict[Any, Any], limit: int) -> None:
    """Forget the oldest entries of a store that has grown over its limit."""
    while len(store) > limit:
        try:
            store.pop(next(iter(store)), None)
        except (StopIteration, RuntimeError):  # another thread trims the same store
            return


def numbers_of(stored: bytes) -> "array[int]":
    """The numbers of a shelf in order."""
    numbers = array("I")
    numbers.frombytes(stored)
    return numbers


TEXT_FAMILIES = frozenset({Family.NAME, Family.TITLE, Family.BODY})
