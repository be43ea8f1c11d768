"""Two editions of a practice side by side: what was said before and what is said now, part by part, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from bestpractices.practices.enums import Part
from bestpractices.practices.figures import Figure, figures
from bestpractices.practices.telling import passages

_WORDS = re.compile(r"\s+|[^\s]+")
#: More words than this on both sides are compared by lines: the difference stays quick on any text.
_MANY = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; ``kind`` is «same», «gone» or «new»."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A part that differs; the name of a practice and its words in short («Коротко») are told apart."""

    part: Part
    title: str
    pieces: tuple[Piece, ...]


def differences(before: Any, after: Any, *, is_blind: bool = False) -> tuple[Change, ...]:
    """The parts in which two editions differ, in the order of the page."""
    old, new = _texts(before, is_blind), _texts(after, is_blind)
    short = capfirst(str(after._meta.get_field("lead").verbose_name))
    changes = [
        _change(Part.NAME, str(Part.NAME.label), before.title, after.title),
        _change(Part.NAME, short, before.lead, after.lead),
        *(_change(part, str(part.label), old.get(part, ""), new.get(part, "")) for part in Part),
    ]
    return tuple(filter(None, changes))


def _change(part: Part, title: str, before: str, after: str) -> Change | None:
    return Change(part, title, tuple(_pieces(before, after))) if before != after else None


def _texts(practice: Any, is_blind: bool) -> dict[Part, str]:
    rows = figures(practice.indicators.all())
    return {
        **{passage.part: passage.text for passage in passages(practice, is_blind=is_blind)},
        Part.INDICATORS: "\n".join(_indicator(row) for row in rows),
    }


def _indicator(row: Figure) -> str:
    source = f" ({row.source})" if row.source else ""
    return f"{row.name}{source}: {row.words}"


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _MANY:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[old_from:old_to]))
            continue
        if old_from < old_to:
            yield Piece("gone", "".join(old[old_from:old_to]))
        if new_from < new_to:
            yield Piece("new", "".join(new[new_from:new_to]))
