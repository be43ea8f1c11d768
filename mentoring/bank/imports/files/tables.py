"""The plain table that every readable file becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cms.wording import counted, grouped
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.formulae import restore
from mentoring.bank.imports.files.limits import Limits
from mentoring.bank.imports.files.merges import Spans


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row, and the number that the row has in the spreadsheet; ``damage`` says why it cannot be read."""

    number: int
    cells: tuple[str, ...]
    damage: str = ""
    is_hidden: bool = False
    #: Addresses that stand under cells: (column from 0, address).
    links: tuple[tuple[int, str], ...] = ()
    #: What was put into the row from elsewhere, for the report.
    remarks: tuple[str, ...] = ()
    #: What left-out rows directly above say, as (column, text): a group may begin in one of them.
    passed: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that are not blank, in their order, and what the user must know about the reading."""

    name: str
    rows: list[Row] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    #: Title of the sheet; "" for a text file.
    title: str = ""
    #: Columns merged across, by row number.
    spans: Spans = field(default_factory=dict)


def collect(name: str, numbered: Iterable[tuple[int, list[str]]], limits: Limits) -> list[Row]:
    """Keep the rows that hold something; a table longer than the limit is refused as soon as that is seen."""
    rows: list[Row] = []
    for row in _kept(numbered, limits):
        if len(rows) > limits.rows:
            raise FileRefused(
                name,
                _("в таблице больше %(limit)s. Разделите её на несколько файлов, например по муниципалитетам.")
                % {"limit": counted(limits.rows, "строки", "строк", "строк")},
                row.number,
            )
        rows.append(row)
    return rows


def _kept(numbered: Iterable[tuple[int, list[str]]], limits: Limits) -> Iterator[Row]:
    for number, cells in numbered:
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield _row(number, cells, limits)


def _row(number: int, cells: list[str], limits: Limits) -> Row:
    damage = ""
    if len(cells) > limits.columns:
        damage = _("в строке %(cells)s: возможно, не тот разделитель.") % {
            "cells": counted(len(cells), "ячейка", "ячейки", "ячеек")
        }
    elif any(len(cell) > limits.cell_characters for cell in cells):
        damage = _("в ячейке больше %(limit)s знаков: возможно, не закрыта кавычка.") % {
            "limit": grouped(limits.cell_characters)
        }
    kept = (restore(cell[: limits.cell_characters]) for cell in cells[: limits.columns])
    return Row(number, tuple(kept), damage)
