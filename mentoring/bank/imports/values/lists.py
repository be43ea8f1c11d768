"""Several values in one cell: cut only where the cuts give known values."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from mentoring.bank.imports.values.words import clean

Value = TypeVar("Value", bound=Hashable)

#: Always ends a value.
_HARD = re.compile(r"\s*(?:[;\n\r•|]|(?:^|\s)\d{1,2}\)\s)+\s*")
#: Ends a value only if what stands on its sides is known: «Русский язык и литература» is two, «Труд (технология)» one.
_SOFT = re.compile(r"\s*[,/+&]\s*(?:и\s+)?|\s+и\s+|\.\s+(?=[А-ЯЁ])")
#: A list longer than this is no list; the cost of trying all cuts grows with its square.
_MOST_PARTS = 40
_EMPTY = frozenset({"", "-", "–", "—", "нет", "не указано", "не указан", "н/д"})


@dataclass(frozen=True, slots=True)
class Listed(Generic[Value]):
    """The values that a cell names, without repeats in their order, and the pieces that nobody knows."""

    values: tuple[Value, ...] = ()
    unknown: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def is_blank(text: str) -> bool:
    """Whether a cell says that there is nothing: empty, a dash, «нет»."""
    return clean(text).lower().rstrip(".") in _EMPTY


def read_list(text: str, match: Callable[[str], Value | None]) -> Listed[Value]:
    """Cut a cell so that most of it is known to ``match``; what is left over is named as it was written."""
    values: dict[Value, None] = {}
    unknown: dict[str, None] = {}
    for piece in _HARD.split(text):
        if not is_blank(piece):
            found = _read_piece(clean(piece), match)
            values.update(dict.fromkeys(found.values))
            unknown.update(dict.fromkeys(found.unknown))
    return Listed(tuple(values), tuple(unknown))


def _read_piece(piece: str, match: Callable[[str], Value | None]) -> Listed[Value]:
    bounds = [(0, 0)] + [cut.span() for cut in _SOFT.finditer(piece)] + [(len(piece), len(piece))]
    if len(bounds) - 1 > _MOST_PARTS:
        return Listed((), (piece,))

    def between(start: int, end: int) -> str:
        return piece[bounds[start][1] : bounds[end][0]].strip(" ,")

    # best[i]: the reading of the parts from i on with the fewest unknown parts, then with the fewest values.
    last = len(bounds) - 1
    best: list[tuple[int, int, list[tuple[int, int, Value | None]]]] = [(0, 0, [])] * (last + 1)
    for start in range(last - 1, -1, -1):
        missed, count, rest = best[start + 1]
        options = [(missed + 1, count, [(start, start + 1, None), *rest])]
        for end in range(start + 1, last + 1):
            value = match(between(start, end))
            if value is not None:
                missed, count, rest = best[end]
                options.append((missed, count + 1, [(start, end, value), *rest]))
        if start + 2 <= last:
            # «Русский и английский язык»: the word that both share is written once, behind the second.
            value = match(f"{between(start, start + 1)} {_last_word(between(start + 1, start + 2))}")
            if value is not None:
                missed, count, rest = best[start + 1]
                options.append((missed, count + 1, [(start, start + 1, value), *rest]))
        best[start] = min(options, key=lambda option: option[:2])
    return _gathered(best[0][2], between)


def _last_word(text: str) -> str:
    return text.rpartition(" ")[2]


def _gathered(reading: list[tuple[int, int, Value | None]], between: Callable[[int, int], str]) -> Listed[Value]:
    values = [value for _start, _end, value in reading if value is not None]
    unknown: list[tuple[int, int]] = []
    for start, end, value in reading:
        if value is not None:
            continue
        if unknown and unknown[-1][1] == start:  # neighbours that nobody knows are one text, as it was written
            unknown[-1] = (unknown[-1][0], end)
        else:
            unknown.append((start, end))
    return Listed(tuple(values), tuple(text for text in (between(*span) for span in unknown) if text))
