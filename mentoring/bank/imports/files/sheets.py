"""A second guard of XLSX, inside a sheet: the reader keeps a row in memory whole, so no row may be endless."""

from __future__ import annotations

import io
import re
import zipfile

_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CHUNK = 1024 * 1024
#: Tags, opening and closing, that a row of all 16,384 columns can have; the reader spends some 100 bytes on each.
MOST_TAGS_IN_A_ROW = 120_000


def has_endless_row(content: bytes, part: str) -> bool:
    """Whether some stretch of a sheet (a part of the ZIP) between two beginnings of rows holds too many tags."""
    tags, tail = 0, b""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if part not in archive.namelist():
            return False
        with archive.open(part) as sheet:
            while chunk := sheet.read(_CHUNK):
                # The end of the last chunk comes along, for a tag may be cut in two; its first letter was counted.
                window, known = tail + chunk, len(tail)
                start = known
                for row in _ROW.finditer(window):
                    tags += window.count(b"<", start, max(row.start(), start))
                    if tags > MOST_TAGS_IN_A_ROW:
                        return True
                    tags, start = 0, max(row.start(), start)
                tags += window.count(b"<", start)
                tail = window[-32:]
    return tags > MOST_TAGS_IN_A_ROW
