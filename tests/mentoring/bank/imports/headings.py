"""Headings as a test writes them: one level, several, or with the values below."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.bank.imports.columns import Column, Field
from mentoring.bank.imports.headings.claims import Heading, recognise
from mentoring.bank.imports.headings.guesses import settle


def columns(headings: Sequence[str | tuple[str, ...]], *rows: Sequence[str], surroundings: str = "") -> list[Column]:
    """The columns as recognised and settled by their values."""
    found = [
        Heading(
            index,
            (heading,) if isinstance(heading, str) else heading,
            tuple(row[index] for row in rows if index < len(row)),
        )
        for index, heading in enumerate(headings)
    ]
    return settle(recognise(found, surroundings), rows)


def fields(*headings: str | tuple[str, ...]) -> list[Field | None]:
    """The fields of these headings."""
    return [column.field for column in columns(headings)]
