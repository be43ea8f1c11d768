"""What a cell says, and the two answers that most readers give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.values.words import clean

_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Cell:
    """Values by the mentor's fields; remarks for the report; unknown texts; a problem that keeps the row out."""

    values: dict[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    problem: str = ""
    #: Values of fields that have a column of their own: they count where that column says nothing.
    beside: dict[str, Any] = field(default_factory=dict)


Reader = Callable[[str, Directory], Cell]


def not_known(text: str) -> Cell:
    """A text that no list knows: it is named, and nothing is taken from it."""
    return Cell(unknown=(clean(text)[:_SHOWN],))
