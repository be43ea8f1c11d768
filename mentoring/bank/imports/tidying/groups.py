"""Blank districts and schools below a group that was named once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from django.utils.translation import gettext as _

from mentoring.bank.imports.columns import NAME_PARTS, Field
from mentoring.bank.imports.files.tables import Row

_GROUPED = (Field.MUNICIPALITY, Field.ORGANISATION)
_NAMES = frozenset({Field.FULL_NAME, *NAME_PARTS})


def filled_down(rows: Sequence[Row], fields: Mapping[int, Field]) -> list[Row]:
    """The rows with blank districts and schools filled from above, unless the file itself repeats what it means."""
    columns = [index for index, field in fields.items() if field in _GROUPED]
    names = [index for index, field in fields.items() if field in _NAMES]
    grouped = [column for column in columns if not _repeats(rows, column)]
    above: dict[int, tuple[str, int]] = {}
    filled = []
    for row in rows:
        above.update({column: (text, row.number) for column, text in row.passed if column in columns})
        if any(_cell(row, name) for name in names):
            row = _filled(row, grouped, above)
        above.update({column: (_cell(row, column), row.number) for column in columns if _cell(row, column)})
        filled.append(row)
    return filled


def without_hidden(rows: Sequence[Row]) -> list[Row]:
    """The rows that are shown; each keeps what the hidden ones above it say, where its group may begin."""
    shown: list[Row] = []
    passed: dict[int, str] = {}
    for row in rows:
        if row.is_hidden:
            passed.update({column: text for column, text in enumerate(row.cells) if text.strip()})
            continue
        shown.append(replace(row, passed=tuple(passed.items())) if passed else row)
        passed = {}
    return shown


def _filled(row: Row, columns: Iterable[int], above: Mapping[int, tuple[str, int]]) -> Row:
    blank = [column for column in columns if not _cell(row, column) and column in above]
    if not blank:
        return row
    cells = [*row.cells, *[""] * (max(blank) + 1 - len(row.cells))]
    remarks = []
    for column in blank:
        cells[column] = above[column][0]
        remarks.append(_("пустая ячейка прочитана как выше: «%s»") % cells[column][:80])
    return replace(row, cells=tuple(cells), remarks=(*row.remarks, *remarks))


def _repeats(rows: Sequence[Row], column: int) -> bool:
    """Whether neighbouring rows say the same in words: then a blank below is a slip, and no group."""
    said = [_cell(row, column) for row in rows]
    return any(one and one == other for one, other in pairwise(said))


def _cell(row: Row, column: int) -> str:
    return row.cells[column].strip() if column < len(row.cells) else ""
