"""Typing errors: the words of the index that a mistyped word may have been meant to be."""

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from rapidfuzz.distance import OSA

from search.language.stems import snowball

LONG = 6  # from this many letters even the first one may be wrong
CANDIDATES = 60  # words with the most trigrams in common whose distance is measured
TOO_FAR = 1_000


def allowed_typos(word: str) -> int:
    """How many typing errors a word of this length may hold: short words are told apart by one letter."""
    length = len(word)
    if length < 4 or any(char.isdigit() for char in word):
        return 0
    return 1 if length < 7 else 2


def trigrams(word: str) -> set[str]:
    """Every three neighbouring letters, with the edges of the word marked."""
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


class Vocabulary:
    """The words of an index with the number of their documents, ready for completion and for mending."""

    def __init__(self, counts: Iterable[tuple[str, int]] = ()) -> None:
        self._counts: dict[str, int] = dict(counts)
        self._sorted = sorted(self._counts)
        self._words: list[str] = []
        self._stems: list[str] = []
        self._grams: dict[str, array[int]] = {}
        for word in self._sorted:
            self._add_grams(word)

    def __len__(self) -> int:
        return len(self._counts)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def update(self, word: str, count: int) -> None:
        """Take note that `word` now stands in `count` documents; 0 forgets it."""
        if count and word not in self._counts:
            insort(self._sorted, word)
            self._add_grams(word)
        elif not count and word in self._counts:
            self._sorted.pop(bisect_left(self._sorted, word))
            self._counts.pop(word)
        if count:
            self._counts[word] = count

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

    def nearest(self, word: str, limit: int = 3) -> list[str]:
        """Words within the allowed number of errors, the nearest and most frequent first."""
        typos = allowed_typos(word)
        if not typos:
            return []
        found: list[tuple[int, int, str]] = []
        for candidate, stem in self._alike(word, typos):
            if len(word) < LONG and candidate[0] != word[0]:
                continue
            distance = _distance(word, candidate, stem, typos)
            if distance <= typos:
                kept = candidate[0] == word[0]
                found.append((distance + (not kept), -self._counts[candidate], candidate))
        return [candidate for _, _, candidate in sorted(found)[:limit]]

    def _add_grams(self, word: str) -> None:
        number = len(self._words)
        self._words.append(word)
        self._stems.append(snowball(word))
        for gram in trigrams(word):
            self._grams.setdefault(gram, array("I")).append(number)

    def _alike(self, word: str, typos: int) -> list[tuple[str, str]]:
        shared: Counter[int] = Counter()
        grams = trigrams(word)
        for gram in grams:
            shared.update(self._grams.get(gram, ()))
        # One error spoils up to four trigrams (two swapped letters), so fewer in common cannot be near.
        least = max(1, len(grams) - 4 * typos)
        # A word that left the index and came back has two numbers. Ties are told apart by the word itself: its number
        # and the order of a set differ between processes.
        alive = {
            self._words[number]: (-count, self._words[number], self._stems[number])
            for number, count in shared.items()
            if count >= least and self._words[number] in self._counts
        }
        return [(candidate, stem) for _, candidate, stem in nsmallest(CANDIDATES * 2, alive.values())]


def _distance(word: str, candidate: str, stem: str, typos: int) -> int:
    """Errors between the words, or between their stems where only the ending differs as well; TOO_FAR past `typos`."""
    whole = _within(word, candidate, typos)
    if whole <= 1 or len(stem) < 4:
        return whole
    own = snowball(word)
    if len(own) < 4:
        return whole
    return min(whole, _within(own, stem, allowed_typos(own)))


def _within(word: str, other: str, typos: int) -> int:
    """Errors between two words; rapidfuzz says `typos + 1` for whatever is farther, which is no distance."""
    distance = int(OSA.distance(word, other, score_cutoff=typos))
    return distance if distance <= typos else TOO_FAR
