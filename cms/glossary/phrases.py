"""Finds the terms of the glossary in a run of text, in whatever case and number they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from cms.morphology import lemmas

_WORD = re.compile(r"[0-9A-Za-zА-Яа-яЁё]+(?:-[0-9A-Za-zА-Яа-яЁё]+)*")
#: What no term goes across: the end of a sentence.
_STOP = re.compile(r"[.!?…]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name of a term, as the dictionary forms of its words."""

    anchor: str
    definition: str
    words: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Use:
    """Where a text uses a term: from one character to another."""

    start: int
    end: int
    phrase: Phrase


def phrase_of(name: str, anchor: str, definition: str) -> Phrase:
    """A name of a term, ready to be looked for."""
    return Phrase(anchor, definition, tuple(_forms(word) for word in _WORD.findall(name)))


def first_uses(text: str, phrases: Iterable[Phrase]) -> list[Use]:
    """The first use of each term in the text, left to right; longer names win, none overlap."""
    words = [(found.start(), found.end(), _forms(found[0])) for found in _WORD.finditer(text)]
    uses: list[Use] = []
    seen: set[str] = set()
    taken: set[int] = set()
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.words)):
        if not phrase.words or phrase.anchor in seen:
            continue
        for place in range(len(words) - len(phrase.words) + 1):
            span = range(place, place + len(phrase.words))
            fits = all(words[at][2] & want for at, want in zip(span, phrase.words, strict=True))
            if fits and not taken & set(span) and not _STOP.search(text, words[place][1], words[span[-1]][0]):
                uses.append(Use(words[place][0], words[span[-1]][1], phrase))
                taken |= set(span)
                seen.add(phrase.anchor)
                break
    return sorted(uses, key=lambda use: use.start)


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    """What the word may be in the dictionary; an abbreviation in capitals is only itself."""
    if len(word) > 1 and word.isupper():
        return frozenset({word})
    return frozenset(lemmas(word.lower()))
