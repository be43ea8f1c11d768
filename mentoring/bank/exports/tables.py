"""Tables for spreadsheets: CSV as Excel opens it, XLSX written as a stream; no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from mentoring.bank.imports.files.formulae import guard

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Characters that XML has no way to write.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: An XLSX cell holds no more.
_LONGEST_CELL = 32_767
_CHUNK = 64 * 1024


def csv_chunks(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """CSV in UTF-8 with BOM and semicolons, which Russian Excel opens by a double click, in chunks."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    buffer.write("\ufeff")
    for row in rows:
        writer.writerow([guard(cell) for cell in row])
        if buffer.tell() > _CHUNK:
            yield _drain(buffer)
    yield _drain(buffer)


def _drain(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def write_xlsx(rows: Iterable[Sequence[str]], file: IO[bytes], title: str = "Банк наставников") -> None:
    """Write a workbook of one sheet with a frozen row of headings; every cell is text."""
    from openpyxl import Workbook  # a process that writes no workbook does without its 40 MB
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: WriteOnlyWorksheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    iterator = iter(rows)
    heading = next(iterator, [])
    for index in range(len(heading)):
        sheet.column_dimensions[get_column_letter(index + 1)].width = 28
    sheet.append([_heading_cell(sheet, text) for text in heading])
    for row in iterator:
        sheet.append([_text_cell(sheet, text) for text in row])
    book.save(file)


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell | None:
    from openpyxl.cell import WriteOnlyCell

    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=_UNWRITABLE.sub("", guard(text))[:_LONGEST_CELL])
    cell.data_type = "s"  # whatever the text looks like, a spreadsheet must not run it
    return cell


def _heading_cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def xlsx_chunks(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """A workbook in chunks; it waits on disk, not in memory, until it is whole."""
    with tempfile.TemporaryFile() as file:
        write_xlsx(rows, file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def write_table(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a table to a file: XLSX when its name says so, otherwise CSV."""
    chunks = xlsx_chunks(rows) if path.suffix.lower() == ".xlsx" else csv_chunks(rows)
    with path.open("wb") as file:
        file.writelines(chunks)
