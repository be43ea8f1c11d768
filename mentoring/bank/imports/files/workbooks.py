"""XLSX, read as a stream through openpyxl (which parses XML through defusedxml)."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, time
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.archives import check_archive, damaged, too_big
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.limits import Limits
from mentoring.bank.imports.files.links import addresses
from mentoring.bank.imports.files.makers import as_known
from mentoring.bank.imports.files.merges import MergedColumns
from mentoring.bank.imports.files.scanning import Scan, scan

Numbered = tuple[int, list[str]]

#: No spreadsheet has more; a hostile file may claim row 4,000,000,000 and make the reader count up to it.
LAST_ROW = 1_048_576
#: Sheets beyond this many are not looked at.
_MOST_SHEETS = 40


class Workbook:
    """An open workbook; every method raises ``FileRefused`` for what cannot be read."""

    def __init__(self, name: str, content: bytes, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._scans: dict[str, Scan] = {}
        self.notes: list[str] = []
        check_archive(name, content, limits)
        import openpyxl  # a process that reads no workbook does without its 40 MB

        try:
            self._content = as_known(content)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # styles and extensions that the reader does not know do not matter
                self._book = openpyxl.load_workbook(
                    io.BytesIO(self._content), read_only=True, data_only=True, keep_links=False
                )
        except MemoryError:
            raise
        except Exception as problem:
            # The reader meets a foreign format: what a damaged workbook makes it raise has no common class.
            raise FileRefused(name, damaged()) from problem

    def close(self) -> None:
        """Let go of the file."""
        self._book.close()

    @cached_property
    def titles(self) -> list[str]:
        """Titles of the sheets: those that its author sees first, then the hidden ones."""
        sheets = self._book.worksheets[:_MOST_SHEETS]
        return sorted((sheet.title for sheet in sheets), key=lambda title: title in self.hidden_titles)

    @cached_property
    def hidden_titles(self) -> frozenset[str]:
        """Titles of sheets that the author hid."""
        return frozenset(sheet.title for sheet in self._book.worksheets if sheet.sheet_state != "visible")

    def scan(self, title: str) -> Scan:
        """Merges, hidden rows and addresses of a sheet."""
        if title not in self._scans:
            part = self._book[title]._worksheet_path
            found = scan(self._content, part)
            if found.is_endless:
                raise FileRefused(self._name, too_big())
            found.addresses.update(addresses(self._content, part, found.relations))
            self._scans[title] = found
        return self._scans[title]

    def rows(self, title: str) -> Iterator[Numbered]:
        """Yield the rows of a sheet with their spreadsheet numbers, merged values brought down."""
        try:
            yield from self._rows(title)
        except (FileRefused, MemoryError):
            raise
        except Exception as problem:
            raise FileRefused(self._name, damaged()) from problem

    def _rows(self, title: str) -> Iterator[Numbered]:
        merged = MergedColumns(self.scan(title).merges)
        sheet: Any = self._book[title]
        sheet.reset_dimensions()  # the size that a file claims is not to be trusted, and pads every row to it
        cells = sheet.iter_rows(values_only=True, max_row=LAST_ROW, max_col=self._limits.columns + 1)
        for number, values in enumerate(cells, start=1):
            if any(value is not None for value in values):
                yield number, merged.fill(number, [cell_text(value) for value in values])


def cell_text(value: Any) -> str:
    """Write a cell's value as a person reads it in the sheet: whole numbers without a fraction, dates as dd.mm.yyyy."""
    match value:
        case None:
            return ""
        case bool():
            return _("да") if value else _("нет")
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
