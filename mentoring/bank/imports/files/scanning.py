"""What stands in a sheet of XLSX beside its values: merged cells, hidden rows, addresses, and rows without end."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import NamedTuple

_CHUNK = 1024 * 1024
#: Tags, opening and closing, that a row of all 16,384 columns can have; the reader spends some 100 bytes on each.
MOST_TAGS_IN_A_ROW = 120_000
#: More of these are decoration of the sheet, not data; the rest is passed over.
_MOST_MERGES = 20_000
_MOST_HIDDEN = 100_000
_MOST_LINKS = 20_000
_LONGEST_TAIL = 8 * _CHUNK

# Whoever wrote the file may have put any prefix before its names, and either kind of quotation marks.
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_ROW_NUMBER = re.compile(rb"(?<![\w:])r\s*=\s*[\"'](\d+)")
_HIDDEN = re.compile(rb"(?<![\w:])hidden\s*=\s*[\"'](?:1|true)|(?<![\w:])ht\s*=\s*[\"']0(?:\.0*)?[\"']")
_DATA_END = re.compile(rb"</(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*/>")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([A-Z]+\d+:[A-Z]+\d+)")
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\b([^>]*)>")
_LINK_CELL = re.compile(rb"(?<![\w:])ref\s*=\s*[\"']([A-Z]+\d+)")
_LINK_ID = re.compile(rb"\w+:id\s*=\s*[\"']([^\"']+)")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+\d+)[\"'][^>]*>\s*<(?:\w+:)?f\b[^>]*>"
    rb"\s*HYPERLINK\((?:\"|&quot;)([^\"<&]+)(?:\"|&quot;)"
)
#: A formula whose value was never worked out; an empty text (t="str") is a value.
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?c\b(?![^>]*\bt=[\"']str)[^>]*?\br=[\"'][A-Z]+(\d+)[\"'][^>]*>\s*<(?:\w+:)?f\b[^>]*>"
    rb"(?!\s*HYPERLINK\()[^<]*</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


class Merge(NamedTuple):
    """Merged cells: rows from 1, columns from 0, all ends included."""

    first: int
    last: int
    left: int
    right: int


@dataclass(slots=True)
class Scan:
    """What a sheet says outside the values of its cells; ``links`` hold addresses or ids of the sheet's relations."""

    is_endless: bool = False
    merges: list[Merge] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    #: Rows with formulas that have no value, as programs other than spreadsheets write them.
    uncounted: set[int] = field(default_factory=set)
    addresses: dict[tuple[int, int], str] = field(default_factory=dict)
    relations: dict[tuple[int, int], str] = field(default_factory=dict)


def scan(content: bytes, part: str) -> Scan:
    """Go through a sheet (a part of the ZIP) once, by its bytes: parsing it twice would double every import's time."""
    scanner = _Scanner()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if part not in archive.namelist():
            return scanner.found
        with archive.open(part) as sheet:
            carried = b""
            while (chunk := sheet.read(_CHUNK)) and not scanner.found.is_endless:
                window = carried + chunk
                cut = window.rfind(b">") + 1
                carried = window[cut:]
                scanner.take(window[:cut])
                scanner.found.is_endless |= len(carried) > _LONGEST_TAIL
    scanner.finish()
    return scanner.found


class _Scanner:
    """Takes the bytes of a sheet piece by piece; a piece ends with the end of a tag."""

    def __init__(self) -> None:
        self.found = Scan()
        self._tags = 0
        self._row = 0
        self._tail: bytes | None = None

    def take(self, piece: bytes) -> None:
        """Look through one piece of rows, or keep one of what follows the rows."""
        if self._tail is not None:
            if len(self._tail) < _LONGEST_TAIL:
                self._tail += piece
            return
        end = _DATA_END.search(piece)
        self._rows(piece[: end.start()] if end else piece)
        if end:
            self._tail = piece[end.end() :]

    def _rows(self, piece: bytes) -> None:
        start = 0
        for row in _ROW.finditer(piece):
            self._count(piece.count(b"<", start, row.start()))
            self._tags, start = 0, row.start()
            number = _ROW_NUMBER.search(row[1])
            self._row = int(number[1][:9]) if number else self._row + 1
            if len(self.found.hidden) < _MOST_HIDDEN and _HIDDEN.search(row[1]):
                self.found.hidden.add(self._row)
        self._count(piece.count(b"<", start))
        if b"f>" in piece and len(self.found.uncounted) < _MOST_HIDDEN:
            self.found.uncounted.update(int(number[:9]) for number in _NO_VALUE.findall(piece))
        if b"HYPERLINK(" in piece:
            for cell, address in _FORMULA.findall(piece):
                self._link(self.found.addresses, cell, address)

    def _count(self, tags: int) -> None:
        self._tags += tags
        self.found.is_endless |= self._tags > MOST_TAGS_IN_A_ROW

    def _link(self, kept: dict[tuple[int, int], str], cell: bytes, text: bytes) -> None:
        from openpyxl.utils.cell import coordinate_to_tuple

        if len(kept) < _MOST_LINKS:
            row, column = coordinate_to_tuple(cell.decode())
            kept[row, column - 1] = text.decode("utf-8", errors="replace")

    def finish(self) -> None:
        """Read what stands behind the rows."""
        from openpyxl.utils.cell import range_boundaries

        tail = self._tail or b""
        for number, merge in enumerate(_MERGE.finditer(tail)):
            if number >= _MOST_MERGES:
                break
            left, top, right, bottom = range_boundaries(merge[1].decode())
            self.found.merges.append(Merge(top, bottom, left - 1, right - 1))
        for link in _LINK.findall(tail):
            cell, relation = _LINK_CELL.search(link), _LINK_ID.search(link)
            if cell and relation:
                self._link(self.found.relations, cell[1], relation[1])
