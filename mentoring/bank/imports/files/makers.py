"""Workbooks of other makers, brought to the one form that the reader knows: strict Open XML, names in other letters."""

from __future__ import annotations

import io
import zipfile
from typing import IO

from mentoring.bank.imports.files.archives import STRINGS, UNREAD, WORKBOOK

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (_STRICT + b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (_STRICT + b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (_STRICT + b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
_LONGEST = max(len(name) for name, _other in _TRANSITIONAL)
_CHUNK = 1024 * 1024


def as_known(content: bytes) -> bytes:
    """Return the workbook as the reader knows it; one that is so already is returned as it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = {part.filename: _known_name(part.filename) for part in archive.infolist()}
        book_name = next((name for name, known in names.items() if known == WORKBOOK), "")
        with archive.open(book_name) as book:
            is_strict = _STRICT in book.read(_CHUNK)
        if not is_strict and all(name == known for name, known in names.items()):
            return content
        rewritten = io.BytesIO()
        with zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as known_archive:
            for name, known in names.items():
                if not known.startswith(UNREAD):
                    with archive.open(name) as source, known_archive.open(known, "w", force_zip64=True) as target:
                        _copy(source, target)
    return rewritten.getvalue()


def _known_name(name: str) -> str:
    """Some programs write «xl\\SharedStrings.xml»; the table of contents beside it says «xl/sharedStrings.xml»."""
    name = name.replace("\\", "/")
    return STRINGS if name.lower() == STRINGS.lower() else name


def _copy(source: IO[bytes], target: IO[bytes]) -> None:
    carried = b""
    while chunk := source.read(_CHUNK):
        window = carried + chunk
        for strict, known in _TRANSITIONAL:
            window = window.replace(strict, known)
        # A name may be cut in two by the chunk's end.
        target.write(window[:-_LONGEST])
        carried = window[-_LONGEST:]
    target.write(carried)
