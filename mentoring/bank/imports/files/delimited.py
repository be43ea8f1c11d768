"""CSV as it comes from Excel, LibreOffice and site exports: several encodings, several delimiters."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.limits import Limits

DELIMITERS = (";", ",", "\t")
_SAMPLE_ROWS = 40
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_EXCEL_HINT = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


def decode(name: str, content: bytes) -> str:
    """Return the file's text: UTF-8 with or without BOM, UTF-16 with BOM, otherwise cp1251."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(name, content, "utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if _is_broken_utf8(content):
            raise FileRefused(
                name,
                _("повреждён знак в кодировке UTF-8. Сохраните таблицу заново как CSV UTF-8 или .xlsx."),
                content.count(b"\n", 0, problem.start) + 1,
            ) from problem
    return _decoded(name, content, "cp1251")


def _decoded(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise FileRefused(
            name,
            _("кодировка не распознана. Сохраните таблицу как CSV UTF-8 или .xlsx и загрузите снова."),
            content.count(b"\n", 0, problem.start) + 1,
        ) from problem


def _is_broken_utf8(content: bytes) -> bool:
    """Whether nearly all letters are valid UTF-8: then the file is a damaged UTF-8 one and not cp1251."""
    sample = content[:200_000].decode("utf-8", errors="replace")
    damaged = sample.count("\ufffd")
    letters = sum("а" <= letter.lower() <= "я" for letter in sample)
    return letters > 20 * damaged


def read_delimited(name: str, content: bytes, limits: Limits, notes: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their spreadsheet numbers, which count line breaks inside quotes as Excel does."""
    text = decode(name, content).replace("\x00", "")
    hint = _EXCEL_HINT.match(text)
    if hint:
        text = text[hint.end() :]
    delimiter = hint.group(1) if hint else sniff_delimiter(text)
    source = _Lines(text)
    reader = csv.reader(source, delimiter=delimiter)
    # A field is bounded by the file's size; its real limit is a damage of one row, not an exception of the reader.
    csv.field_size_limit(limits.file_size)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if source.ended:
                raise FileRefused(
                    name, _("не закрыта кавычка: все следующие строки попали в одну ячейку. Исправьте её."), number
                )
            yield number, cells
    except csv.Error as problem:
        raise FileRefused(name, _("строка не разобрана: проверьте кавычки и разделители."), number + 1) from problem


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
