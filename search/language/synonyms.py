"""Phrases that mean the same, kept by the editors; whichever of them is typed, all are searched."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from search.language.stems import stems
from search.language.tokens import words

Phrase = tuple[str, ...]


class Synonyms:
    """Groups of phrases; groups that share a phrase are one group."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._given = [tuple(group) for group in groups]

    @cached_property
    def _groups(self) -> list[tuple[Phrase, ...]]:
        return _merged(self._given)

    @cached_property
    def _by_stem(self) -> dict[str, list[tuple[Phrase, int]]]:
        """Phrases by the stems of their first word; made by the first query with text: it loads the dictionary."""
        found: dict[str, list[tuple[Phrase, int]]] = {}
        for number, group in enumerate(self._groups):
            for phrase in group:
                for stem in stems(phrase[0]):
                    found.setdefault(stem, []).append((phrase, number))
        return found

    def at(self, typed: Sequence[str], start: int) -> tuple[int, tuple[Phrase, ...]]:
        """The longest known phrase that begins at this word: its length in words and its group; (0, ()) if none."""
        longest, group = 0, -1
        for stem in stems(typed[start]):
            for phrase, number in self._by_stem.get(stem, ()):
                if len(phrase) > longest and _reads(typed[start : start + len(phrase)], phrase):
                    longest, group = len(phrase), number
        return (longest, self._groups[group]) if longest else (0, ())


def _reads(typed: Sequence[str], phrase: Phrase) -> bool:
    return len(typed) == len(phrase) and all(
        set(stems(one)) & set(stems(other)) for one, other in zip(typed, phrase, strict=True)
    )


def _merged(groups: Iterable[Iterable[str]]) -> list[tuple[Phrase, ...]]:
    merged: list[dict[Phrase, None]] = []
    for group in groups:
        phrases = dict.fromkeys(phrase for text in group if (phrase := tuple(words(text))))
        touching = [other for other in merged if other.keys() & phrases.keys()]
        for other in touching:
            merged.remove(other)
            phrases = other | phrases
        merged.append(phrases)
    return [tuple(group) for group in merged if len(group) > 1]
