"""Where the table begins: the row of headings, below titles and above numbering."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.bank.imports.columns import REQUIRED, Column, Field, fields_of, recognise
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.tables import Row, Table
from mentoring.bank.imports.guesses import settle
from mentoring.bank.imports.values.words import plain

_LOOKED_AT = 40
#: Fewer recognised headings than this may be a coincidence of words in a title.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its columns recognised: the row of headings and the rows below it."""

    name: str
    heading: Row
    columns: list[Column]
    rows: list[Row]
    notes: tuple[str, ...] = ()
    #: What only the user can decide before a row is read; empty when nothing is.
    questions: tuple[str, ...] = ()


def find_sheet(table: Table) -> Sheet:
    """Find the headings, settle unclear columns, and drop rows that only decorate; raises ``FileRefused``."""
    position, columns = _find_heading(table)
    heading = table.rows[position]
    rows = [row for row in table.rows[position + 1 :] if not _is_decoration(row, heading)]
    if not rows:
        raise FileRefused(table.name, _("под заголовками нет ни одной строки."), heading.number)
    return Sheet(table.name, heading, settle(columns, [row.cells for row in rows]), rows, table.notes)


def _find_heading(table: Table) -> tuple[int, list[Column]]:
    best: tuple[int, int, list[Column]] = (0, 0, [])
    for position, row in enumerate(table.rows[:_LOOKED_AT]):
        columns = recognise(row.cells)
        found = sum(bool(column.field or column.unclear) for column in columns)
        if found > best[0]:
            best = (found, position, columns)
    found, position, columns = best
    missing = [field for field in REQUIRED if field not in fields_of(columns).values()]
    if found < _ENOUGH or Field.FULL_NAME in missing:
        raise FileRefused(
            table.name,
            _(
                "не найдена строка с названиями столбцов. Нужны хотя бы столбцы «ОО, где работает наставник», "
                "«ФИО наставника» и «Предмет»."
            ),
            table.rows[0].number,
        )
    if missing:
        raise FileRefused(
            table.name,
            _("нет столбца «%(column)s». Добавьте его и загрузите файл снова.") % {"column": missing[0].label},
            table.rows[position].number,
        )
    return position, columns


def _is_decoration(row: Row, heading: Row) -> bool:
    """Numbering of columns, headings repeated on every printed page, totals."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if [plain(cell) for cell in row.cells] == [plain(cell) for cell in heading.cells]:
        return True
    if len(filled) >= _ENOUGH and filled == [str(number) for number in range(1, len(filled) + 1)]:
        return True
    return bool(filled) and len(filled) <= 2 and plain(filled[0]).startswith(("итого", "всего"))
