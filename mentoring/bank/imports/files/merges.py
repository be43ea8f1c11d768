"""Merged cells: a sheet keeps the value of the first one alone, while its author means all of them."""

from __future__ import annotations

import io
import zipfile
from typing import IO, NamedTuple

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import range_boundaries

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPEN, _CLOSE = b"<mergeCells", b"</mergeCells>"
_CHUNK = 1024 * 1024
#: More merges than this are decoration of the sheet, not data; the rest stays unfilled.
_MOST_MERGES = 20_000


class Merge(NamedTuple):
    """Cells of one column merged downwards: the column from 0, rows from 1, both ends included."""

    first: int
    last: int
    column: int


class MergedColumns:
    """Fills rows, taken in their order, with the values that merged cells bring down into them."""

    def __init__(self, merges: list[Merge]) -> None:
        self._waiting = sorted(merges, reverse=True)
        self._open: dict[Merge, str] = {}

    def fill(self, number: int, cells: list[str]) -> list[str]:
        """Return the row with the values that reach down into it."""
        for merge in [merge for merge in self._open if merge.last < number]:
            del self._open[merge]
        for merge, value in self._open.items():
            if merge.column < len(cells) and not cells[merge.column]:
                cells[merge.column] = value
        while self._waiting and self._waiting[-1].first <= number:
            merge = self._waiting.pop()
            if merge.first == number and merge.column < len(cells):
                self._open[merge] = cells[merge.column]
        return cells


def merges_downwards(content: bytes, part: str) -> list[Merge]:
    """The merges of a sheet (a part of the ZIP) that span several rows."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if part not in archive.namelist():
            return []
        with archive.open(part) as sheet:
            section = _merge_section(sheet)
    if not section:
        return []
    found = []
    for _event, element in iterparse(io.BytesIO(b'<m xmlns="%s">%s</m>' % (_NAMESPACE.encode(), section))):
        if element.tag == f"{{{_NAMESPACE}}}mergeCell":
            left, top, _right, bottom = range_boundaries(element.get("ref", "A1"))
            if bottom > top:
                found.append(Merge(top, bottom, left - 1))
    return found[:_MOST_MERGES]


def _merge_section(sheet: IO[bytes]) -> bytes:
    """Find the element by its bytes: parsing a whole sheet a second time would double the time of every import."""
    tail = b""
    while chunk := sheet.read(_CHUNK):
        window = tail + chunk
        start = window.find(_OPEN)
        if start >= 0:
            section = window[start:] + sheet.read(_CHUNK)
            end = section.find(_CLOSE)
            return section[: end + len(_CLOSE)] if end >= 0 else b""
        tail = window[-len(_OPEN) :]
    return b""
