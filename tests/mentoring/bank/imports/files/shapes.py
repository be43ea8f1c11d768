"""Workbooks in the shapes in which schools keep their lists, built and not kept."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook

HEAD = ["Район", "ОО", "ФИО наставника", "Предмет", "Категория наставника"]
ANNA = ["Ключевской район", "Лицей № 4", "Тестова Анна Петровна", "Химия", "высшая"]
OLEG = ["Ключевской район", "Лицей № 4", "Пробин Олег Ильич", "Физика", "первая"]


def book(*rows: Sequence[Any], merges: Sequence[str] = (), change: Callable[[Any], None] | None = None) -> bytes:
    """A workbook of one sheet with these merged cells; ``change`` does the rest to the sheet."""
    workbook = Workbook()
    sheet: Any = workbook.active
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    if change:
        change(sheet)
    return saved(workbook)


def sheets(**named: Sequence[Sequence[Any]]) -> bytes:
    """A workbook of several sheets by their titles."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in named.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def rewritten(content: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    """The workbook with every part renamed and changed, as another program writes it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(*change(name, source.read(name)))
    return file.getvalue()


def strict(name: str, part: bytes) -> tuple[str, bytes]:
    """Strict Open XML: the same parts under other namespaces."""
    part = part.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    )
    part = part.replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    return name, part


def prefixed(name: str, part: bytes) -> tuple[str, bytes]:
    """Every name of a sheet with a prefix, and single quotation marks around the merged cells."""
    if name.startswith("xl/worksheets/"):
        part = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1ss:", part).replace(b"xmlns=", b"xmlns:ss=", 1)
        part = re.sub(rb'ref="([A-Z]+\d+:[A-Z]+\d+)"', rb"ref='\1'", part)
    return name, part


def shouted(name: str, part: bytes) -> tuple[str, bytes]:
    """Shared strings under a name in other letters than the table of contents says."""
    return name.replace("sharedStrings", "SharedStrings"), part
