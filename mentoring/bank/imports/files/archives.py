"""The guard in front of XLSX: what is inside the ZIP is judged by its directory before a byte is unpacked."""

from __future__ import annotations

import io
import zipfile

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.limits import MIB, Limits

WORKBOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
SHEETS = "xl/worksheets/"
#: Never opened by the reader, so their size is of no account.
UNREAD = ("xl/media/", "xl/drawings/", "xl/charts/", "xl/embeddings/", "xl/printerSettings/")
#: Below this many bytes a high packing ratio harms nobody: an almost empty sheet packs very well.
RATIO_MATTERS_FROM = 4 * MIB


def check_archive(name: str, content: bytes, limits: Limits) -> None:
    """Refuse what is no workbook or would unpack into more than the limits allow."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as problem:
        raise FileRefused(name, damaged()) from problem
    _check_is_workbook(name, {part.filename.replace("\\", "/") for part in parts})
    if len(parts) > limits.parts or any(_is_too_big(part, limits) for part in parts):
        raise FileRefused(name, too_big())
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(name, _("Файл не прочитан: он защищён паролем. Снимите пароль и загрузите снова."))


def damaged() -> str:
    """What is said of a workbook that cannot be opened."""
    return _("файл повреждён. Откройте его в Excel, сохраните заново как .xlsx и загрузите снова.")


def too_big() -> str:
    """What is said of a workbook that would not fit into memory."""
    return _("после распаковки он слишком велик. Скопируйте строки наставников на новый лист и сохраните как .xlsx.")


def _check_is_workbook(name: str, parts: set[str]) -> None:
    if WORKBOOK in parts:
        return
    if "xl/workbook.bin" in parts:
        reason = _("это двоичная книга Excel (.xlsb). Сохраните таблицу как .xlsx и загрузите снова.")
    elif "content.xml" in parts:
        reason = _("это таблица LibreOffice (.ods). Сохраните её как .xlsx и загрузите снова.")
    elif "word/document.xml" in parts:
        reason = _("это документ Word. Скопируйте таблицу в Excel и сохраните как .xlsx.")
    else:
        reason = _("это архив, а не таблица. Распакуйте его и загрузите файл .xlsx или .csv.")
    raise FileRefused(name, reason)


def _is_too_big(part: zipfile.ZipInfo, limits: Limits) -> bool:
    part_name = part.filename.replace("\\", "/")
    if part_name.startswith(UNREAD):
        return False
    if part.file_size > RATIO_MATTERS_FROM and part.file_size > limits.packing_ratio * max(part.compress_size, 1):
        return True
    if part_name.startswith(SHEETS):
        return part.file_size > limits.sheet_size
    return part.file_size > (limits.strings_size if part_name.lower() == STRINGS.lower() else limits.part_size)
