"""Finds in a text what was left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: What people leave in templates: lines to write on, letters instead of a date, a number sign without a number.
BLANK = re.compile(
    r"""
    _(?:[ \u00a0]?_)+                              # ____, _ _ _
    | \.{5,} | …{2,}                               # dotted lines
    | \b(?:[дd]{2}\.[мm]{2}\.)[гgyу]{2,4}\b        # дд.мм.гггг
    | \b[мm]{2}\.[гgyу]{4}\b                       # мм.гггг
    | \bг{4}\b                                     # гггг
    | №(?=\s*(?:$|[^\s\w№–/«"(-]|от\b|г\.))        # № without a number
    """,
    re.VERBOSE | re.IGNORECASE | re.UNICODE,
)
#: Letters shown at each side of a blank.
AROUND = 28
#: The first and the last word of an excerpt, where its edge runs through it.
_SPLIT, _SPLIT_END = re.compile(r"^\S+\s*"), re.compile(r"\s*\S+$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and where it stands: «Приложение 1, абзац 3»."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A blank with its place and the words around it."""

    place: str
    blank: str
    excerpt: str

    def __str__(self) -> str:
        return f"{self.place}: «{self.excerpt}»"


def find_blanks(text: str) -> list[tuple[str, str]]:
    """The blanks of a text in their order, each with the words around it."""
    return [(found.group(), _excerpt(text, found)) for found in BLANK.finditer(text)]


def hunt(passages: Iterable[Passage]) -> list[Spot]:
    """Every blank of the passages."""
    return list(_hunt(passages))


def _hunt(passages: Iterable[Passage]) -> Iterator[Spot]:
    for passage in passages:
        for blank, excerpt in find_blanks(passage.text):
            yield Spot(passage.place, blank, excerpt)


def _excerpt(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()], text[found.end() :]
    left, right = before[-AROUND:], after[:AROUND]
    if len(left) < len(before) and not before[-AROUND - 1].isspace():  # a word is left out rather than cut
        left = _SPLIT.sub("", left, count=1)
    if len(right) < len(after) and not after[AROUND].isspace():
        right = _SPLIT_END.sub("", right)
    words = " ".join((left + found.group() + right).split())
    return ("…" if len(left) < len(before) else "") + words + ("…" if len(right) < len(after) else "")
