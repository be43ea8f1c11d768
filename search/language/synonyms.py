"""Phrases that mean the same, kept by the editors, and the values of facets that phrases name."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from search.language.meanings import Condition, Meanings, Target
from search.language.stems import stems
from search.language.stopwords import telling
from search.language.tokens import words

Phrase = tuple[str, ...]

SHORTEST_LAST = 4  # letters of an unfinished word of a condition
SHORTEST_PART = 2  # letters of a shortened word: «рус яз»


@dataclass(frozen=True, slots=True)
class Known:
    """A phrase, the other phrases that may stand for it, and the values of facets that it names."""

    phrase: Phrase
    others: tuple[Phrase, ...] = ()
    targets: tuple[Target, ...] = ()


class Synonyms:
    """Groups of phrases (groups that share a phrase are one), and what phrases mean.

    A phrase that names a value means this value. Any other phrase of its group means the values that the group names,
    and never does a phrase with a value stand for one with another: «рисование» finds the subject that stands in its
    group, «английский язык» not the German one.
    """

    def __init__(self, groups: Iterable[Iterable[str]] = (), meanings: Meanings | None = None) -> None:
        self._given = [tuple(group) for group in groups]
        self.meanings = meanings or Meanings()

    @cached_property
    def groups(self) -> list[tuple[str, ...]]:
        """The groups as they are written, those merged that share a phrase."""
        return _merged(self._given)

    @cached_property
    def _entries(self) -> list[Known]:
        named = self._named()
        # Conditions are read apart (`search.language.conditions`); as words they are what they are.
        conditions = {tuple(telling(phrase)) for phrase, _ in self._conditions}
        read = [dict.fromkeys(filter(None, map(read_phrase, group))) for group in self.groups]
        groups = [group for group in read if group.keys() & named.keys() or not conditions & group.keys()]
        entries = [entry for group in groups for entry in _entries(group, named)]
        grouped = {phrase for group in groups for phrase in group}
        by_value: dict[tuple[Target, ...], dict[Phrase, None]] = {}
        for phrase, targets in named.items():
            if phrase not in grouped:
                by_value.setdefault(targets, {})[phrase] = None
        return entries + [entry for group in by_value.values() for entry in _entries(group, named)]

    def _named(self) -> dict[Phrase, tuple[Target, ...]]:
        named: dict[Phrase, tuple[Target, ...]] = {}
        for meaning in self.meanings.values:
            for text in () if meaning.is_condition else meaning.phrases:
                if phrase := read_phrase(text):
                    named[phrase] = tuple(dict.fromkeys((*named.get(phrase, ()), meaning.target)))
        return named

    @cached_property
    def _conditions(self) -> list[tuple[Phrase, Condition]]:
        """Phrases of conditions with all their words, «без категории», and those that share a group with one."""
        named = self._named()
        found: dict[Phrase, Condition] = {}
        for meaning in self.meanings.values:
            for text in meaning.phrases if meaning.is_condition else ():
                phrase = tuple(words(text))
                before = found.get(phrase)
                codes = (*before.codes, meaning.code) if before and before.facet == meaning.facet else (meaning.code,)
                found[phrase] = Condition(len(phrase), meaning.facet, codes)
        for group in self.groups:
            phrases = [tuple(words(text)) for text in group]
            meant = next((found[phrase] for phrase in phrases if phrase in found), None)
            if meant is not None and not any(read_phrase(text) in named for text in group):
                for phrase in phrases:
                    found.setdefault(phrase, meant._replace(length=len(phrase)))
        return list(found.items())

    @cached_property
    def _conditions_by_stem(self) -> dict[str, list[tuple[Phrase, Condition]]]:
        found: dict[str, list[tuple[Phrase, Condition]]] = {}
        for phrase, condition in self._conditions:
            for stem in stems(phrase[0]):
                found.setdefault(stem, []).append((phrase, condition))
        return found

    def condition_at(self, typed: Sequence[str], start: int) -> Condition | None:
        """The longest condition that begins at this word, the last word of the text finished or not.

        A single word counts only as it is written.
        """
        best: Condition | None = None
        for stem in stems(typed[start]):
            for phrase, condition in self._conditions_by_stem.get(stem, ()):
                here = typed[start : start + len(phrase)]
                is_last = start + len(phrase) == len(typed)
                fits = (
                    tuple(here) == phrase
                    if len(phrase) == 1
                    else _reads(here, phrase) or (is_last and _begins(here, phrase))
                )
                if fits and (best is None or condition.length > best.length):
                    best = condition
        return best

    @cached_property
    def _by_stem(self) -> dict[str, list[Known]]:
        """Phrases by the stems of their first word; made by the first query with text: it loads the dictionary."""
        found: dict[str, list[Known]] = {}
        for entry in self._entries:
            for stem in stems(entry.phrase[0]):
                found.setdefault(stem, []).append(entry)
        return found

    @cached_property
    def _by_start(self) -> dict[str, list[Known]]:
        """Phrases of several words by their first letters."""
        found: dict[str, list[Known]] = {}
        for entry in self._entries:
            if len(entry.phrase) > 1:
                found.setdefault(entry.phrase[0][:SHORTEST_PART], []).append(entry)
        return found

    @cached_property
    def _single(self) -> list[Known]:
        """Phrases of one word in the order of the alphabet."""
        return sorted((entry for entry in self._entries if len(entry.phrase) == 1), key=lambda one: one.phrase)

    def begun(self, word: str) -> Known | None:
        """What every known word with this beginning means; None where they differ, or the beginning is short."""
        if len(word) < SHORTEST_LAST:
            return None
        start = bisect_left(self._single, word, key=lambda one: one.phrase[0])
        found = list(takewhile(lambda one: one.phrase[0].startswith(word), islice(self._single, start, None)))
        if not found or len({one.targets for one in found}) > 1:
            return None
        if not found[0].targets and len({frozenset((one.phrase, *one.others)) for one in found}) > 1:
            return None
        phrases = dict.fromkeys(phrase for one in found for phrase in (one.phrase, *one.others))
        return Known(found[0].phrase, tuple(phrases)[1:], found[0].targets)

    def at(self, typed: Sequence[str], start: int) -> Known | None:
        """The longest known phrase that begins at this word in any form, or else shortened: «нач классы»."""
        found = (entry for stem in stems(typed[start]) for entry in self._by_stem.get(stem, ()))
        fitting = (entry for entry in found if _reads(_cut(typed, start, entry), entry.phrase))
        # Of two phrases of one length, the one that is written as it was typed.
        whole = max(fitting, key=lambda one: (len(one.phrase), _cut(typed, start, one) == [*one.phrase]), default=None)
        shortened = self._shortened(typed, start)
        is_longer = shortened is not None and (whole is None or len(shortened.phrase) > len(whole.phrase))
        return shortened if is_longer else whole

    def _shortened(self, typed: Sequence[str], start: int) -> Known | None:
        alike = self._by_start.get(typed[start][:SHORTEST_PART], ())
        found = [entry for entry in alike if _shortens(_cut(typed, start, entry), entry.phrase)]
        longest = [entry for entry in found if len(entry.phrase) == max(len(one.phrase) for one in found)]
        # «физ культура» can be one thing; where it could be two, nobody guesses.
        return (
            longest[0] if len({(one.targets, frozenset((one.phrase, *one.others))) for one in longest}) == 1 else None
        )

    def knows(self, word: str) -> bool:
        """Whether some form of this word stands in a phrase that is known."""
        return word in self.meanings.pattern_words or any(stem in self._known_stems for stem in stems(word))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a phrase or a pattern that is known, as it is written."""
        phrases = [*(entry.phrase for entry in self._entries), *(phrase for phrase, _ in self._conditions)]
        return self.meanings.pattern_words.union(*phrases)

    @cached_property
    def _known_stems(self) -> frozenset[str]:
        return frozenset(stem for word in self.words for stem in stems(word))


def read_phrase(text: str) -> Phrase:
    """The phrase as a query and a document are read; empty if nothing of it would be left."""
    return tuple(telling(words(text)))


def _entries(group: Iterable[Phrase], named: dict[Phrase, tuple[Target, ...]]) -> Iterator[Known]:
    phrases = list(group)
    values = tuple(dict.fromkeys(target for phrase in phrases for target in named.get(phrase, ())))
    several = len({named[phrase] for phrase in phrases if phrase in named}) > 1
    for phrase in phrases:
        own = named.get(phrase)
        others = [one for one in phrases if one != phrase]
        if own is not None and several:
            others = [one for one in others if named.get(one) == own]
        yield Known(phrase, tuple(others), values if own is None else own)


def _cut(typed: Sequence[str], start: int, entry: Known) -> list[str]:
    return list(typed[start : start + len(entry.phrase)])


def _reads(typed: Sequence[str], phrase: Phrase) -> bool:
    return len(typed) == len(phrase) and all(
        set(stems(one)) & set(stems(other)) for one, other in zip(typed, phrase, strict=True)
    )


def _begins(typed: Sequence[str], phrase: Phrase) -> bool:
    """Whether of the phrase only the end of its last word is missing: «высшая катег»."""
    *before, last = typed
    return len(last) >= SHORTEST_LAST and phrase[-1].startswith(last) and _reads(before, phrase[:-1])


def _shortens(typed: Sequence[str], phrase: Phrase) -> bool:
    return len(typed) == len(phrase) and all(
        len(one) >= SHORTEST_PART and (other.startswith(one) or bool(set(stems(one)) & set(stems(other))))
        for one, other in zip(typed, phrase, strict=True)
    )


def _merged(groups: Iterable[Iterable[str]]) -> list[tuple[str, ...]]:
    merged: list[dict[Phrase, str]] = []
    for group in groups:
        phrases = {phrase: text for text in group if (phrase := read_phrase(text))}
        touching = [other for other in merged if other.keys() & phrases.keys()]
        for other in touching:
            merged.remove(other)
            phrases = other | phrases
        merged.append(phrases)
    return [tuple(group.values()) for group in merged if len(group) > 1]
