"""XLSX, read as a stream through openpyxl (which parses XML through defusedxml)."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, time
from itertools import chain, islice
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from mentoring.bank.imports.files.archives import check_archive, damaged, too_big
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.limits import Limits
from mentoring.bank.imports.files.merges import MergedColumns, merges_downwards
from mentoring.bank.imports.files.sheets import has_endless_row

Numbered = tuple[int, list[str]]

#: No spreadsheet has more; a hostile file may claim row 4,000,000,000 and make the reader count up to it.
LAST_ROW = 1_048_576
_HEAD = 30


def read_workbook(name: str, content: bytes, limits: Limits, notes: list[str]) -> Iterator[Numbered]:
    """Yield the rows of the first sheet that looks like a table; the names of the others go to the notes."""
    check_archive(name, content, limits)
    try:
        yield from _rows(name, content, limits, notes)
    except (FileRefused, MemoryError):
        raise
    except Exception as problem:
        # The reader meets a foreign format: what a damaged or hostile workbook makes it raise has no common class.
        raise FileRefused(name, damaged()) from problem


def _rows(name: str, content: bytes, limits: Limits, notes: list[str]) -> Iterator[Numbered]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that the reader does not know do not matter here
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if has_endless_row(content, sheet._worksheet_path):
                raise FileRefused(name, too_big())
            rows = _sheet_rows(sheet, content, limits)
            head = list(islice(rows, _HEAD))
            if any(sum(map(bool, cells)) >= 3 for _number, cells in head):
                _note_others(sheet.title, book.sheetnames, notes)
                yield from chain(head, rows)
                return
    finally:
        book.close()
    raise FileRefused(name, _("в книге нет листа с таблицей. Проверьте, тот ли файл выбран."))


def _sheet_rows(sheet: Any, content: bytes, limits: Limits) -> Iterator[Numbered]:
    sheet.reset_dimensions()  # the size that a file claims is not to be trusted, and pads every row to it
    merged = MergedColumns(merges_downwards(content, sheet._worksheet_path))
    cells = sheet.iter_rows(values_only=True, max_row=LAST_ROW, max_col=limits.columns + 1)
    for number, values in enumerate(cells, start=1):
        if any(value is not None for value in values):
            yield number, merged.fill(number, [cell_text(value) for value in values])


def _note_others(title: str, titles: list[str], notes: list[str]) -> None:
    others = [other for other in titles if other != title]
    if others:
        notes.append(
            _("Прочитан лист «%(title)s». Не прочитаны: %(others)s. Каждый лист загружают отдельным файлом.")
            % {"title": title, "others": ", ".join(f"«{other}»" for other in others[:10])}
        )


def cell_text(value: Any) -> str:
    """Write a cell's value as a person reads it in the sheet: whole numbers without a fraction, dates as dd.mm.yyyy."""
    match value:
        case None:
            return ""
        case bool():
            return "да" if value else "нет"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float():
            return f"{value:.10g}".replace(".", ",")
        case date():
            return value.strftime("%d.%m.%Y")
        case time():
            return value.strftime("%H:%M")
        case _:
            return str(value)
