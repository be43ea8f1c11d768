"""A reference table as people write it: word forms, abbreviations, nicknames and slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from mentoring.bank.imports.values.words import plain, stem, words

#: Words that carry no meaning of their own between two values.
_LINKS = frozenset({"и", "в", "на", "по", "с", "к", "для"})
#: Likeness in percent from which two words are one word with a slip of the pen.
_SLIP = 86
#: The shortest beginning of a word that stands for it when a full stop does not say so.
_SHORTEST_CUT = 4
_TYPED = re.compile(r"([a-zа-я0-9]+)(?:-([а-я]{1,3})\b)?(\.?)")


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word as it was typed: «англ.» with its end cut off, «лит-ра» with its middle (``tail`` is «ра»)."""

    text: str
    is_cut: bool = False
    tail: str = ""


def typed_words(text: str) -> tuple[TypedWord, ...]:
    """The meaningful words of a text with the marks of abbreviation."""
    found = [TypedWord(word, bool(dot), tail) for word, tail, dot in _TYPED.findall(plain(text))]
    some_are_cut = any(word.is_cut for word in found)
    # «англ. яз»: where one word is cut the next may be, and the last full stop is often forgotten.
    return tuple(replace(word, is_cut=some_are_cut) for word in found if word.text not in _LINKS)


class Vocabulary:
    """Finds the entries of a reference table by what people write; unknown and ambiguous texts match nothing."""

    def __init__(self, names: Mapping[str, str], nicknames: Iterable[tuple[str, ...]] = ()) -> None:
        """Take names by code and groups of words that mean the same; a group joins the one entry that it names."""
        self._exact = {_key(name): code for code, name in names.items()}
        self._entries = [(code, typed_words(name)) for code, name in names.items()]
        self._nicknames: dict[tuple[str, ...], str] = {}
        for group in nicknames:
            self._add_group(group)
        self.match = lru_cache(maxsize=20_000)(self._match)

    def _add_group(self, group: tuple[str, ...]) -> None:
        owners = [self._exact[_key(word)] for word in group if _key(word) in self._exact]
        if owners:
            for word in group:
                self._nicknames.setdefault(_key(word), owners[0])
                if " " not in word or min(map(len, words(word))) >= _SHORTEST_CUT - 1:
                    # A nickname is cut and mistyped like a name: «нач. кл.», «окр. мир».
                    self._entries.append((owners[0], typed_words(word)))

    def _match(self, text: str) -> str | None:
        key = _key(text)
        if not key:
            return None
        known = self._exact.get(key) or self._nicknames.get(key)
        return known or self._closest(typed_words(text))

    def _closest(self, typed: tuple[TypedWord, ...]) -> str | None:
        scored = [(likeness(typed, entry), code) for code, entry in self._entries]
        best = max((score for score, _code in scored), default=0.0)
        winners = {code for score, code in scored if score == best}
        return winners.pop() if best > 0 and len(winners) == 1 else None


def _key(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(text) if word not in _LINKS)


def likeness(typed: tuple[TypedWord, ...], entry: tuple[TypedWord, ...]) -> float:
    """Likeness of a typed text to an entry, word by word in order: 0 for another thing, up to 100 for the same."""
    if not typed or len(typed) != len(entry):
        return 0
    scores = [_word_likeness(word, known.text) for word, known in zip(typed, entry, strict=True)]
    return sum(scores) / len(scores) if min(scores) > 0 else 0


def _word_likeness(typed: TypedWord, known: str) -> float:
    if typed.tail:
        # «лит-ра» leaves out the middle; words with a real hyphen are stored as their two halves.
        return 90 if known.startswith(typed.text) and known.endswith(typed.tail) else 0
    if typed.text == known:
        return 100
    if stem(typed.text) == stem(known):
        return 98
    if known.startswith(typed.text) and (typed.is_cut or len(typed.text) >= _SHORTEST_CUT):
        return 90
    if min(len(typed.text), len(known)) < _SHORTEST_CUT or typed.is_cut:
        return 0
    slip = fuzz.ratio(typed.text, known)
    return slip * 0.9 if slip >= _SLIP else 0
