"""Sixty bad files, made and not kept: whole files that must be refused, and files with rows that must be."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

from openpyxl import Workbook

from tests.mentoring.bank.imports.tables import HEADING, csv_bytes, xlsx_bytes

GOOD = "СОШ № 1;Хорошая Анна Олеговна;Биология;21-30;высшая"
HEAD = HEADING.split(";")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def damaged_workbook(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A good workbook in which one part was changed."""
    source = zipfile.ZipFile(io.BytesIO(xlsx_bytes(HEAD, GOOD.split(";"))))
    return zipped(
        {name: change(source.read(name)) if name == part else source.read(name) for name in source.namelist()}
    )


def forged_size(size: int) -> bytes:
    """A workbook whose directory promises a sheet of this many bytes."""
    content = bytearray(xlsx_bytes(HEAD, GOOD.split(";")))
    position = content.rfind(b"xl/worksheets/sheet1.xml") - 46
    struct.pack_into("<L", content, position + 24, size)
    return bytes(content)


def encrypted_zip() -> bytes:
    content = bytearray(xlsx_bytes(HEAD, GOOD.split(";")))
    position = content.find(b"PK\x01\x02")
    while position >= 0:
        content[position + 8] |= 1
        position = content.find(b"PK\x01\x02", position + 4)
    return bytes(content)


def empty_book() -> bytes:
    file = io.BytesIO()
    Workbook().save(file)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BILLION_LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'

#: Name of the file → its content and the words that the refusal must have.
REFUSED: dict[str, tuple[bytes, str]] = {
    "empty.csv": (b"", "файл пустой"),
    "spaces.csv": (b"  \n \n\t\n", "файл пустой"),
    "bom.csv": (b"\xef\xbb\xbf", "файл пустой"),
    "separators.csv": (b";;;;\n;;;;\n", "файл пустой"),
    "pdf.xlsx": (b"%PDF-1.4 rest", "это PDF"),
    "page.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "веб-страница"),
    "xml.xls": (b'<?xml version="1.0"?><Workbook/>', "веб-страница"),
    "text.rtf": (b"{\\rtf1 text}", "документ, а не таблица"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "это не таблица"),
    "jpeg.xlsx": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "это не таблица"),
    "random.bin": (bytes(range(256)) * 20, "это не таблица"),
    "sqlite.csv": (b"SQLite format 3\x00" + b"\x00" * 100, "это не таблица"),
    "gzip.csv": (b"\x1f\x8b\x08\x00" + b"\x01\x02\x03\x04" * 40, "это не таблица"),
    "password.xlsx": (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "защищён паролем"),
    "old.xls": (OLE + b"\x00" * 600 + "Workbook".encode("utf-16-le"), "старый формат Excel"),
    "encrypted-zip.xlsx": (encrypted_zip(), "защищён паролем"),
    "truncated.xlsx": (xlsx_bytes(HEAD, GOOD.split(";"))[:-400], "файл повреждён"),
    "head-only.xlsx": (b"PK\x03\x04" + b"\x00" * 30, "файл повреждён"),
    "book.ods": (zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}), "LibreOffice"),
    "book.xlsb": (zipped({"xl/workbook.bin": b"\x00"}), "xlsb"),
    "letter.docx": (zipped({"word/document.xml": b"<x/>"}), "документ Word"),
    "archive.zip": (zipped({"bank.csv": csv_bytes(GOOD)}), "это архив"),
    "no-sheets.xlsx": (damaged_workbook("xl/workbook.xml", lambda _old: b"<workbook/>"), "нет листа с таблицей"),
    "broken-xml.xlsx": (damaged_workbook(SHEET, lambda old: old[: len(old) // 2]), "повреждён"),
    "entities.xlsx": (damaged_workbook(SHEET, lambda _old: BILLION_LAUGHS), "повреждён"),
    "bomb.xlsx": (damaged_workbook(SHEET, lambda old: old + b" " * 30_000_000), "слишком велик"),
    "strings-bomb.xlsx": (
        zipped({"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": b"<t>a</t>" * 4_000_000}),
        "слишком велик",
    ),
    "styles-bomb.xlsx": (zipped({"xl/workbook.xml": b"<x/>", "xl/styles.xml": b"<xf/>" * 2_000_000}), "слишком велик"),
    "endless-row.xlsx": (
        damaged_workbook(SHEET, lambda old: old.replace(b"</row>", b'<c r="ZZ1"/>' * 150_000 + b"</row>", 1)),
        "слишком велик",
    ),
    "forged-size.xlsx": (forged_size(4_000_000_000), "слишком велик"),
    "many-parts.xlsx": (
        zipped({"xl/workbook.xml": b"<x/>", **{f"xl/worksheets/{n}.xml": b"" for n in range(3_100)}}),
        "слишком велик",
    ),
    "blank.xlsx": (empty_book(), "нет листа с таблицей"),
    "narrow.xlsx": (xlsx_bytes(["Список"], ["Иванова"]), "нет листа с таблицей"),
    "other-table.csv": ("Товар;Цена;Количество\nМел;5;10\n".encode(), "не найдена строка"),
    "no-names.csv": (
        csv_bytes("СОШ № 1;Химия;а@example.org", heading="ОО;Предмет;Телефон"),
        "нет столбца «ФИО наставника»",
    ),
    "header-only.csv": (csv_bytes(), "нет ни одной строки"),
    "header-only.xlsx": (xlsx_bytes(HEAD), "нет ни одной строки"),
    "numbering-only.csv": (csv_bytes("1;2;3;4;5"), "нет ни одной строки"),
    "open-quote.csv": (csv_bytes(GOOD, 'СОШ № 1;"Иванова Мария;Химия;;'), "не закрыта кавычка"),
    "broken-utf8.csv": (csv_bytes(GOOD, GOOD) + b"\n\xd0;\xff", "повреждён знак"),
    "no-encoding.csv": ("ОО;ФИО\n".encode("cp1251") + b"\x98\x98;\x98", "кодировка не распознана"),
    "odd-utf16.csv": (csv_bytes(GOOD).decode().encode("utf-16")[:-1], "кодировка не распознана"),
    "too-many.csv": (csv_bytes(*[GOOD] * 100_010), "больше 100\u00a0000\u00a0строк"),
}

#: Name of the file → content and the words of the question without whose answer nothing goes in.
ASKED: dict[str, tuple[bytes, str]] = {
    "no-header.csv": (GOOD.encode(), "Здесь стоят имена людей"),
    "no-header.xlsx": (xlsx_bytes(GOOD.split(";")), "Здесь стоят имена людей"),
    "no-school.csv": (csv_bytes("Иванова Мария;Химия;1", heading="ФИО;Предмет;Телефон"), "Нет столбца «ОО"),
}

#: Name of the file → content, the spreadsheet row that is bad, and the words of its reason; a good row is beside it.
BAD_ROWS: dict[str, tuple[bytes, int, str]] = {
    "initials.csv": (csv_bytes(GOOD, "СОШ № 1;Иванова М.П.;;;"), 3, "полные имя и отчество"),
    "latin.csv": (csv_bytes(GOOD, "СОШ № 1;Ivanova Maria;;;"), 3, "латинскими буквами"),
    "two-people.csv": (csv_bytes("СОШ № 1;Иванова Мария, Петрова Анна;;;", GOOD), 2, "больше одного человека"),
    "digits.csv": (csv_bytes(GOOD, "СОШ № 1;12345;;;"), 3, "не похоже на фамилию"),
    "nameless.csv": (csv_bytes(GOOD, "СОШ № 1;;Химия;;"), 3, "не указаны фамилия"),
    "schoolless.csv": (csv_bytes(";Иванова Мария Петровна;;;", GOOD), 2, "не указана организация"),
    "unknown-school.csv": (csv_bytes(GOOD, "СОШ № 11;Иванова Мария Петровна;;;"), 3, "нет в списке"),
    "long-name.csv": (csv_bytes(GOOD, f"СОШ № 1;{'И' * 90} Мария Петровна;;;"), 3, "длиннее 80 знаков"),
    "long-cell.csv": (csv_bytes(GOOD, f"СОШ № 1;Иванова Мария;{'ф' * 6_000};;"), 3, "больше 5\u00a0000 знаков"),
    "wide-row.csv": (csv_bytes(GOOD, ";".join(["СОШ № 1", "Иванова Мария", *["x"] * 200])), 3, "возможно, не тот"),
    "repeated.csv": (csv_bytes(GOOD, GOOD.replace("Биология", "Химия")), 3, "с другими данными"),
    "line-breaks.csv": (csv_bytes('"СОШ\n№ 1";"Хорошая\nАнна Олеговна";;;', "СОШ № 1;А.;;;"), 3, "полные имя"),
    "titles.csv": (
        csv_bytes("Банк наставников", "", HEADING, GOOD, "СОШ № 1;Б.;;;", heading="за год"),
        6,
        "полные имя",
    ),
    "cp1251.csv": (csv_bytes(GOOD, "СОШ № 1;Ива;;;").decode().encode("cp1251"), 3, "фамилия и имя полностью"),
    "utf16.csv": (csv_bytes(GOOD, "СОШ № 1;Ива;;;").decode().replace(";", "\t").encode("utf-16"), 3, "полностью"),
    "dates.xlsx": (
        xlsx_bytes(HEAD, GOOD.split(";"), ["СОШ № 1", datetime(2026, 1, 10), "", datetime(2026, 10, 11), ""]),
        3,
        "не похоже на фамилию",
    ),
    "numbers.xlsx": (xlsx_bytes(HEAD, GOOD.split(";"), ["СОШ № 1", 42.0, 1e300, True, -5]), 3, "не похоже на фамилию"),
    "formula.xlsx": (xlsx_bytes(HEAD, GOOD.split(";"), ["СОШ № 1", "=A1", "", "", ""]), 3, "не указаны фамилия"),
    "wrong-extension.xls": (csv_bytes(GOOD, "СОШ № 1;Ива;;;"), 3, "полностью"),
}


def merged_cells() -> bytes:
    """The school is written once for three rows, as people do it."""
    book = Workbook()
    sheet: Any = book.active
    for row in (HEAD, GOOD.split(";"), ["", "Добрая Вера Ильинична", "Химия"], ["", "Б. В.", ""]):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


BAD_ROWS["merged.xlsx"] = (merged_cells(), 4, "полные имя")
