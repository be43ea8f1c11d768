"""CSV as it comes from Excel, LibreOffice and site exports: several encodings, several delimiters."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.encodings import decode
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.limits import Limits
from mentoring.bank.imports.files.scanning import Scan

DELIMITERS = (";", ",", "\t")
_SAMPLE_ROWS = 40
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_EXCEL_HINT = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


class Delimited:
    """A text file as a book of one sheet without a title."""

    titles: tuple[str, ...] = ("",)
    hidden_titles: frozenset[str] = frozenset()

    def __init__(self, name: str, content: bytes, limits: Limits) -> None:
        self.notes: list[str] = []
        self._name = name
        self._limits = limits
        text = decode(name, content, self.notes).replace("\x00", "")
        hint = _EXCEL_HINT.match(text)
        self._text = text[hint.end() :] if hint else text
        self._delimiter = hint.group(1) if hint else sniff_delimiter(self._text)

    def close(self) -> None:
        """Let go of the text."""
        self._text = ""

    def scan(self, title: str) -> Scan:
        """A text file has nothing beside its values."""
        return Scan()

    def rows(self, title: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows with their spreadsheet numbers, which count line breaks inside quotes as Excel does."""
        source = _Lines(self._text)
        reader = csv.reader(source, delimiter=self._delimiter)
        # A field is bounded by the file's size; its real limit is a damage of one row, not an exception of the reader.
        csv.field_size_limit(self._limits.file_size)
        number = 0
        try:
            for number, cells in enumerate(reader, start=1):
                if source.ended:
                    reason = _("не закрыта кавычка: все следующие строки попали в одну ячейку. Исправьте её.")
                    raise FileRefused(self._name, reason, number)
                yield number, cells
        except csv.Error as problem:
            reason = _("строка не разобрана: проверьте кавычки и разделители.")
            raise FileRefused(self._name, reason, number + 1) from problem


class _Lines:
    """The lines of a text, which remember whether the reader asked for more than there are."""

    def __init__(self, text: str) -> None:
        # An in-memory file would hold a second copy of the text, four bytes a letter.
        self._lines = _LINE.finditer(text)
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            # Python's reader asks again inside an open quote and hands out what it has: nothing else shows it.
            self.ended = True
            raise StopIteration
        return line.group()


def sniff_delimiter(text: str) -> str:
    """Return the delimiter that cuts most rows into one and the same number of cells."""
    lines = text[:100_000].splitlines(keepends=True)

    def agreement(delimiter: str) -> int:
        try:
            widths = [len(cells) for cells in islice(csv.reader(lines, delimiter=delimiter), _SAMPLE_ROWS)]
        except csv.Error:
            return 0
        common = Counter(width for width in widths if width > 1).most_common(1)
        return common[0][1] * common[0][0] if common else 0

    return max(DELIMITERS, key=agreement)
