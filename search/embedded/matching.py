"""Which documents match the words of a query, and how relevant each is."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from pyroaring import BitMap

from search.embedded import rows
from search.embedded.families import Family
from search.embedded.state import TEXTS_KEPT, State, trimmed
from search.interface.schema import TextKind
from search.language.reading import Clause, Reading, Word

MOST_RARE = 4

Texts = dict[tuple[int, str], BitMap]


@dataclass(frozen=True, slots=True)
class Tiers:
    """Documents of a word, phrase or clause: in a name, in a name or title, anywhere."""

    names: BitMap
    titles: BitMap
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
        state.texts.update(fresh)
        trimmed(state.texts, TEXTS_KEPT)
    return found


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


def clause_tiers(texts: Texts, clause: Clause) -> Tiers:
    """Documents of a clause: all words of any of its phrases."""
    phrases = [[word_tiers(texts, word) for word in phrase] for phrase in clause.phrases]
    return Tiers(
        _union(_intersection([word.names for word in phrase]) for phrase in phrases),
        _union(_intersection([word.titles for word in phrase]) for phrase in phrases),
        _union(_intersection([word.anywhere for word in phrase]) for phrase in phrases),
    )


@dataclass(frozen=True, slots=True)
class TextMatch:
    """The clauses of a text with their documents, and the documents of all of them together."""

    reading: Reading
    tiers: tuple[Tiers, ...]
    hits: BitMap

    def unmatched(self) -> set[str]:
        """Typed words of the clauses that no document has."""
        pairs = zip(self.reading.clauses, self.tiers, strict=True)
        return {word for clause, tiers in pairs if not tiers.anywhere for word in clause.typed.split()}

    def ranked(self, hits: BitMap, total: int) -> list[tuple[int, BitMap]]:
        """The hits by their score, the best first.

        A clause gives the weight of the best kind of text that it matches in, times its rarity.
        """
        groups: dict[int, BitMap] = {0: hits}
        for tiers in self.tiers:
            factor = rarity(len(tiers.anywhere), total)
            groups = _split(groups, tiers, factor)
        return sorted(groups.items(), key=lambda group: -group[0])


def _split(groups: dict[int, BitMap], tiers: Tiers, factor: int) -> dict[int, BitMap]:
    split: dict[int, BitMap] = {}
    for score, members in groups.items():
        named = members & tiers.names if tiers.names else tiers.names
        titled = (members & tiers.titles) - named if tiers.titles else tiers.titles
        rest = members - tiers.titles if tiers.titles else members
        parts = ((TextKind.NAME, named), (TextKind.TITLE, titled), (TextKind.BODY, rest))
        for kind, part in parts:
            if part:
                points = score + kind.weight * factor
                split[points] = split[points] | part if points in split else part
    return split


def match(state: State, reading: Reading) -> TextMatch:
    """The documents of a text."""
    texts = postings(state, (word for clause in reading.clauses for word in clause.words))
    tiers = tuple(clause_tiers(texts, clause) for clause in reading.clauses)
    return TextMatch(reading, tiers, _intersection([tier.anywhere for tier in tiers]) if tiers else BitMap())
