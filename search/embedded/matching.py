"""Which documents match the words of a query, and how relevant each is."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pyroaring import BitMap

from search.embedded import rows
from search.embedded.families import Family
from search.embedded.state import BEGINNINGS_KEPT, TEXTS_KEPT, State, Tiers, trimmed
from search.interface.schema import MEANT_WEIGHT, TextKind
from search.language.reading import Clause, Reading, Word

MOST_RARE = 4
MOST_KEPT_AT_ONCE = 48  # posting lists
MANY_TERMS = 12  # of a word whose documents are kept together

Texts = dict[tuple[int, str], BitMap]


class Kept(Protocol):
    """What of a state the documents of a clause are made of."""

    facets: Mapping[str, Mapping[str, BitMap]]
    beginnings: dict[Word, Tiers]


@dataclass(frozen=True, slots=True)
class Found:
    """Documents of a clause: of the typed phrase, of its values and synonyms, of its weaker phrases; all of them."""

    own: Tiers
    meant: BitMap
    synonyms: Tiers | None
    weaker: Tiers | None
    anywhere: BitMap


def rarity(found: int, total: int) -> int:
    """How telling a clause is: 1 for one that every document matches, one more for each tenth part, at most 4."""
    if found <= 0 or total <= 0:
        return 1
    return min(MOST_RARE, 1 + int(math.log10(total / found) + 1e-9)) if found < total else 1


def postings(state: State, words: Iterable[Word]) -> Texts:
    """The posting lists of all these words; those that this process does not hold yet come in one query."""
    keys = {
        key
        for word in words
        if word not in state.beginnings
        for key in (
            *((int(Family.NAME), name) for name in word.names),
            *((int(family), stem) for family in (Family.TITLE, Family.BODY) for stem in word.stems),
        )
    }
    found = {key: bitmap for key in keys if (bitmap := state.texts.get(key)) is not None}
    if missing := sorted(keys - found.keys()):
        state.reads += 1
        fresh = rows.text_bitmaps(state.generation, missing)
        found.update(fresh)
        if len(fresh) <= MOST_KEPT_AT_ONCE:  # the hundred lists of one beginning would drive all others out
            state.texts.update(fresh)
            trimmed(state.texts, TEXTS_KEPT)
    return found


def kept_tiers(state: Kept, texts: Texts, word: Word) -> Tiers:
    """Documents of one word; those of a word of many posting lists are kept together."""
    if (kept := state.beginnings.get(word)) is not None:
        return kept
    tiers = word_tiers(texts, word)
    if len(word.stems) + len(word.names) >= MANY_TERMS:
        state.beginnings[word] = tiers
        trimmed(state.beginnings, BEGINNINGS_KEPT)
    return tiers


def word_tiers(texts: Texts, word: Word) -> Tiers:
    """Documents of one word."""
    names = _union(texts[Family.NAME, name] for name in word.names)
    titles = _union([names, *(texts[Family.TITLE, stem] for stem in word.stems)])
    anywhere = _union([titles, *(texts[Family.BODY, stem] for stem in word.stems)])
    return Tiers(names, titles, anywhere)


def _union(bitmaps: Iterable[BitMap]) -> BitMap:
    found = [bitmap for bitmap in bitmaps if bitmap]
    if not found:
        return BitMap()
    return found[0] if len(found) == 1 else BitMap.union(*found)


def _intersection(bitmaps: list[BitMap]) -> BitMap:
    return bitmaps[0] if len(bitmaps) == 1 else BitMap.intersection(*bitmaps)


def clause_found(state: Kept, texts: Texts, clause: Clause) -> Found:
    """Documents of a clause: one of its values, or all words of any of its phrases."""
    own = _phrases_tiers(state, texts, clause.phrases[:1])
    values = (state.facets.get(facet, {}).get(code) for facet, code in clause.targets)
    meant = _union(value for value in values if value is not None)
    synonyms = _phrases_tiers(state, texts, clause.phrases[1:]) if clause.phrases[1:] else None
    weaker = _phrases_tiers(state, texts, clause.weaker) if clause.weaker else None
    rest = [tiers.anywhere for tiers in (synonyms, weaker) if tiers is not None]
    return Found(own, meant, synonyms, weaker, _union([own.anywhere, meant, *rest]))


def _phrases_tiers(state: Kept, texts: Texts, alternatives: tuple[tuple[Word, ...], ...]) -> Tiers:
    phrases = [[kept_tiers(state, texts, word) for word in phrase] for phrase in alternatives]
    return Tiers(
        _union(_intersection([word.names for word in phrase]) for phrase in phrases),
        _union(_intersection([word.titles for word in phrase]) for phrase in phrases),
        _union(_intersection([word.anywhere for word in phrase]) for phrase in phrases),
    )


@dataclass(frozen=True, slots=True)
class TextMatch:
    """The clauses of a text with their documents, and the documents of all of them together."""

    reading: Reading
    found: tuple[Found, ...]
    hits: BitMap

    def unmatched(self) -> set[str]:
        """Typed words of the clauses that no document has."""
        pairs = zip(self.reading.clauses, self.found, strict=True)
        return {word for clause, found in pairs if not found.anywhere for word in clause.typed.split()}

    def named(self) -> BitMap:
        """Documents that have every clause in a name."""
        names = [_union([one.own.names, *([one.weaker.names] if one.weaker else [])]) for one in self.found]
        return _intersection(names)

    def ranked(self, hits: BitMap, total: int) -> list[tuple[int, BitMap]]:
        """The hits by their score, the best first.

        A clause gives the weight of the best way in which it matches, times its rarity.
        """
        groups: dict[int, BitMap] = {0: hits}
        for found in self.found:
            groups = _split(groups, found, rarity(len(found.anywhere), total))
        return sorted(groups.items(), key=lambda group: -group[0])


def _split(groups: dict[int, BitMap], found: Found, factor: int) -> dict[int, BitMap]:
    split: dict[int, BitMap] = {}
    for score, members in groups.items():
        rest = members
        for documents, points in _steps(found):
            if documents and (part := rest & documents):
                total = score + points * factor
                split[total] = split[total] | part if total in split else part
                rest = rest - part
    return split


def _steps(found: Found) -> Iterator[tuple[BitMap, int]]:
    """The documents of each way in which a clause matches, the best first, and its points."""
    yield found.meant, MEANT_WEIGHT
    yield found.own.names, TextKind.NAME.whole_weight
    yield found.own.titles, TextKind.TITLE.whole_weight
    if found.synonyms is not None:
        yield found.synonyms.titles, TextKind.TITLE.synonym_weight
    yield found.own.anywhere, TextKind.BODY.whole_weight
    if found.synonyms is not None:
        yield found.synonyms.anywhere, TextKind.BODY.synonym_weight
    if found.weaker is not None:
        yield found.weaker.names, TextKind.NAME.weight
        yield found.weaker.titles, TextKind.TITLE.weight
        yield found.weaker.anywhere, TextKind.BODY.weight


def match(state: State, reading: Reading) -> TextMatch:
    """The documents of a text."""
    texts = postings(state, (word for clause in reading.clauses for word in clause.words))
    found = tuple(clause_found(state, texts, clause) for clause in reading.clauses)
    return TextMatch(reading, found, _intersection([one.anywhere for one in found]) if found else BitMap())
