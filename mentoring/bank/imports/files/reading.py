"""From an uploaded file to its tables: the one door that wizard and command share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _

from cms.wording import counted
from mentoring.bank.imports.files.delimited import Delimited
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.limits import MIB, Limits, current_limits
from mentoring.bank.imports.files.merges import spans
from mentoring.bank.imports.files.signatures import FileKind, kind_of, refusal
from mentoring.bank.imports.files.tables import Row, Table, collect
from mentoring.bank.imports.files.workbooks import Workbook

#: Rows of a sheet that are read to see what it is.
HEAD = 300


class Book:
    """A file's sheets: one without a title for a text file."""

    def __init__(self, name: str, source: Workbook | Delimited, limits: Limits) -> None:
        self.name = name
        self._source = source
        self._limits = limits

    @property
    def titles(self) -> list[str]:
        """Titles of the sheets, hidden ones last."""
        return list(self._source.titles)

    @property
    def hidden_titles(self) -> frozenset[str]:
        """Titles of the hidden sheets."""
        return self._source.hidden_titles

    def head(self, title: str) -> Table:
        """The first rows of a sheet."""
        rows = collect(self.name, islice(self._source.rows(title), HEAD), self._limits)
        return self._table(title, rows)

    def table(self, title: str) -> Table:
        """The whole sheet; refused when it is longer than the limit."""
        return self._table(title, collect(self.name, self._source.rows(title), self._limits))

    def _table(self, title: str, rows: list[Row]) -> Table:
        scan = self._source.scan(title)
        links: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for (number, column), address in scan.addresses.items():
            links[number].append((column, address))
        if scan.hidden or links or scan.uncounted:
            rows = [
                replace(
                    row,
                    is_hidden=row.number in scan.hidden,
                    links=tuple(links.get(row.number, ())),
                    remarks=(*row.remarks, *([_no_value()] if row.number in scan.uncounted else [])),
                )
                for row in rows
            ]
        return Table(self.name, rows, tuple(self._source.notes), title, spans(scan.merges))


def _no_value() -> str:
    return _("в строке есть формула без значения, ячейка прочитана как пустая. Откройте файл в Excel и сохраните.")


@contextmanager
def open_book(file: BinaryIO, name: str, limits: Limits | None = None) -> Iterator[Book]:
    """Open a CSV or XLSX file whatever its extension says; raises ``FileRefused`` with a reason in Russian."""
    limits = limits or current_limits()
    name = PurePath(name.replace("\\", "/")).name
    content = file.read(limits.file_size + 1)
    if len(content) > limits.file_size:
        raise FileRefused(
            name,
            _("файл больше %(limit)s. Оставьте в нём только таблицу наставников или разделите его.")
            % {"limit": counted(limits.file_size // MIB, "мегабайта", "мегабайт", "мегабайт")},
        )
    kind = kind_of(content)
    reason = refusal(kind)
    if reason:
        raise FileRefused(name, reason)
    source = Workbook(name, content, limits) if kind is FileKind.ZIP else Delimited(name, content, limits)
    try:
        yield Book(name, source, limits)
    finally:
        source.close()
