"""The text of a DOCX, PDF or TXT file, within bounds; what cannot be read has no text."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.core.cache import cache

logger = logging.getLogger(__name__)

#: Bytes of a file, bytes that it may unpack to, sheets and letters that are read: beyond them a file is not searched.
MOST_BYTES = 20 * 2**20
MOST_UNPACKED = 60 * 2**20
MOST_SHEETS = 200
MOST_LETTERS = 400_000
REMEMBERED = 24 * 60 * 60  # seconds


def paragraphs_of_file(document: Any) -> list[str]:
    """The paragraphs of one of Wagtail's documents; read once a day for one content."""
    read = READERS.get(document.file_extension.lower())
    if read is None:
        return []
    key = f"blanks.file.{document.pk}.{document.get_file_hash()}"
    known: list[str] | None = cache.get(key)
    if known is None:
        known = _read(document, read)
        cache.set(key, known, REMEMBERED)
    return known


def _read(document: Any, read: Callable[[bytes], Iterator[str]]) -> list[str]:
    paragraphs, letters = [], 0
    try:
        if document.get_file_size() > MOST_BYTES:
            return []
        with document.open_file() as file:
            content = file.read()
        for paragraph in read(content):
            letters += len(paragraph)
            if letters > MOST_LETTERS:
                break
            if paragraph.strip():
                paragraphs.append(paragraph)
    except Exception:  # a stranger's file may break its reader in any way; the page must still be kept
        logger.warning("The text of document %s cannot be read", document.pk)
    return paragraphs


def _docx(content: bytes) -> Iterator[str]:
    import docx

    with ZipFile(BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
            return
    document = docx.Document(BytesIO(content))
    for paragraph in document.paragraphs:
        yield paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield cell.text


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    for page in PdfReader(BytesIO(content)).pages[:MOST_SHEETS]:
        yield from page.extract_text().splitlines()


def _txt(content: bytes) -> Iterator[str]:
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            yield from content.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
        return


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {"docx": _docx, "pdf": _pdf, "txt": _txt}
