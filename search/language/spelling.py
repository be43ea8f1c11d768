"""Typing errors: the words of the index that a mistyped word may have been meant to be."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from math import log10
from typing import NamedTuple

from rapidfuzz.distance import OSA

from search.language.errors import TOO_FAR, cost, one_letter_for_runs
from search.language.morphology import is_word
from search.language.skeletons import mark, marks, skeleton
from search.language.stems import snowball

LONG = 7  # from this many letters a word may hold two errors
SHORTEST_STEM = 4  # letters of a stem that says enough about its word
LONGEST_ENDING = 5  # letters
BY_STEM = 30  # what it costs that only the stem is near: another form of the word was typed
FREQUENT = 6  # what ten times as many documents are worth, in the hundredths of `errors.cost`


class Near(NamedTuple):
    """A word in place of a typed one, and what that error costs (hundredths); `is_name`: it stands in people's names.

    `cost` 30 and more with a `stem` says that the vocabulary has other forms of this word only.
    """

    cost: int
    word: str
    is_name: bool


def allowed_typos(word: str) -> int:
    """How many typing errors a word of this length may hold: short words are told apart by one letter."""
    length = len(word)
    if length < 4 or any(char.isdigit() for char in word):
        return 0
    return 1 if length < LONG else 2


def allowed_cost(word: str) -> int:
    """What these errors may cost together: two of them only if they are likely ones."""
    return 120 if len(word) >= LONG else 100


class Vocabulary:
    """The words of an index with the number of their documents, ready for completion and for mending.

    `names`: those of the words that stand in people's names. `known`: words by which documents are found although none
    of them has to hold these: they may be meant as well, as if one document had each.
    """

    def __init__(
        self, counts: Iterable[tuple[str, int]] = (), names: Iterable[str] = (), known: Iterable[str] = ()
    ) -> None:
        self._known = frozenset(known)
        self._counts: dict[str, int] = {**dict.fromkeys(sorted(self._known), 1), **dict(counts)}
        self._names = set(names) & self._counts.keys()
        self._sorted = sorted(self._counts)
        self._families: dict[str, tuple[str, ...]] = {}  # words by their stem
        self._stems: list[str] = []
        fresh = [mark for word in self._sorted for mark in self._joined(word)]
        self._marks = array("Q", sorted(fresh))  # the mark of a skeleton, and the number of the stem that has it

    def __len__(self) -> int:
        return len(self._counts)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def update(self, word: str, count: int, *, is_name: bool = False) -> None:
        """Take note that `word` now stands in `count` documents; 0 forgets it."""
        count = count or int(word in self._known)
        if count and word not in self._counts:
            insort(self._sorted, word)
            for mark in self._joined(word):
                insort(self._marks, mark)
        elif not count and word in self._counts:
            self._sorted.pop(bisect_left(self._sorted, word))
            self._counts.pop(word)
            stem = snowball(word)
            self._families[stem] = tuple(one for one in self._families[stem] if one != word)
        if count:
            self._counts[word] = count
        (self._names.add if count and is_name else self._names.discard)(word)

    def completions(self, prefix: str, limit: int = 50) -> list[str]:
        """Words that begin like this, the most frequent first."""
        found: list[str] = []
        for word in self._from(prefix):
            if not word.startswith(prefix) or len(found) >= limit * 20:
                break
            found.append(word)
        return sorted(found, key=lambda word: (-self._counts[word], word))[:limit]

    def _from(self, prefix: str) -> Iterator[str]:
        for place in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            yield self._sorted[place]

    def family(self, stem: str) -> tuple[str, ...]:
        """The words of this stem."""
        return self._families.get(stem, ())

    def nearest(self, word: str, limit: int = 3) -> list[str]:
        """Words within the allowed errors, the likeliest first."""
        return [near.word for near in self.near(word)[:limit]]

    def near(self, word: str) -> list[Near]:
        """Words within the allowed errors with what each costs, the likeliest first."""
        typed = one_letter_for_runs(word)
        if not allowed_typos(typed):
            return []
        own = snowball(typed)
        found = [
            (self._rank(near, stem), near) for stem in self._alike(typed, own) for near in self._of(stem, typed, own)
        ]
        return [near for _, near in sorted(found)]

    def _rank(self, near: Near, stem: str) -> int:
        """The cost, less for a word whose forms stand in many documents."""
        total = sum(self._counts[one] for one in self._families[stem])
        return near.cost - round(FREQUENT * log10(total))

    def _of(self, stem: str, typed: str, own: str) -> Iterator[Near]:
        """The near words of one stem; where only their stem is near, the form that was typed."""
        family = self._families[stem]
        for word in family:
            if (price := _price(typed, word)) < TOO_FAR:
                yield Near(price, word, word in self._names)
        if family and own != stem and min(len(own), len(stem)) >= SHORTEST_STEM:
            form = stem + typed[len(own) :]
            if form not in family and (price := _price(own, stem)) < TOO_FAR and _is_form(form, family):
                yield Near(price + BY_STEM, form, any(word in self._names for word in family))
        other = _with_fleeting_vowel(stem, typed) if family else ""
        if other and other not in family and is_word(other) and (price := _price(typed, other)) < TOO_FAR:
            yield Near(price + BY_STEM, other, any(word in self._names for word in family))

    def _joined(self, word: str) -> list[int]:
        """Put a word to its family; the marks of a family that is new."""
        stem = snowball(word)
        family = self._families.get(stem)
        self._families[stem] = (*(family or ()), word)
        if family is not None:
            return []
        self._stems.append(stem)
        return [mark << 32 | len(self._stems) - 1 for mark in marks(skeleton(stem))]

    def _alike(self, typed: str, own: str) -> list[str]:
        """The stems whose skeletons are that of the typed word or of its stem, but for one letter."""
        whole = skeleton(typed)
        # A stemmer does not know a mistyped ending; what is before it is the stem, letter by letter.
        beginnings = [skeleton(typed[:cut]) for cut in range(max(3, len(typed) - LONGEST_ENDING), len(typed))]
        found: dict[int, None] = {}
        syllables = map(mark, map(skeleton, _with_other_syllables(typed)))
        without_vowel = marks(skeleton(typed[:-2] + typed[-1])) if own == typed and typed[-2] in "ое" else ()
        wanted_marks = (*marks(skeleton(own)), *marks(whole), *map(mark, beginnings), *syllables, *without_vowel)
        for wanted in dict.fromkeys(wanted_marks):
            first = bisect_left(self._marks, wanted << 32)
            behind = bisect_left(self._marks, (wanted + 1) << 32, first)
            found |= dict.fromkeys(entry & 0xFFFFFFFF for entry in self._marks[first:behind])
        return [self._stems[number] for number in found]


def is_near(typed: str, meant: str) -> bool:
    """Whether there are no more errors between two words than the typed one may hold, whatever they are."""
    typos = allowed_typos(typed)
    return OSA.distance(typed, meant, score_cutoff=typos) <= typos


def _with_other_syllables(typed: str) -> Iterator[str]:
    """A long word with any two of its letters said twice, and with what is said twice said once."""
    for place in range(len(typed) - 1 if len(typed) >= LONG else 0):
        pair = typed[place : place + 2]
        yield typed[:place] + pair + typed[place:]
        if pair == typed[place + 2 : place + 4]:
            yield typed[:place] + typed[place + 2 :]


def _with_fleeting_vowel(stem: str, typed: str) -> str:
    """The form of «подростк» that is typed like «пидросток»; empty where it is typed otherwise."""
    is_like = len(stem) >= SHORTEST_STEM and typed[-1] == stem[-1] and typed[-2] in "ое" and stem[-2] not in "аеиоуыэюя"
    return stem[:-1] + typed[-2:] if is_like else ""


def _price(typed: str, meant: str) -> int:
    """What typing `typed` for `meant` costs, TOO_FAR for more errors than such a word may hold."""
    # Counted in C first: few candidates are left for the letters.
    if not is_near(typed, meant):
        return TOO_FAR
    return cost(typed, meant, allowed_cost(typed))


def _is_form(word: str, family: Iterable[str]) -> bool:
    """Whether a stem with another ending is a word; of a family that the dictionary does not know, anything is."""
    return is_word(word) or not any(map(is_word, family))
