"""What a file is by its first bytes; names and extensions are often wrong."""

from __future__ import annotations

import enum

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.encodings import wide_encoding

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


class FileKind(enum.Enum):
    """What a file turned out to be; only TEXT and ZIP are read."""

    EMPTY = "empty"
    TEXT = "text"
    ZIP = "zip"
    ENCRYPTED = "encrypted"
    OLD_EXCEL = "old-excel"
    PDF = "pdf"
    MARKUP = "markup"
    BINARY = "binary"


def kind_of(content: bytes) -> FileKind:
    """Tell a file's kind by its content."""
    head = content[:4096]
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return FileKind.EMPTY
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.ZIP
    if head.startswith(OLE):
        return FileKind.ENCRYPTED if ENCRYPTED_STREAM in content else FileKind.OLD_EXCEL
    if head.startswith(b"%PDF"):
        return FileKind.PDF
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"{\\rtf")):
        return FileKind.MARKUP
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.TEXT
    if wide_encoding(content):
        return FileKind.TEXT
    return FileKind.BINARY if _looks_binary(head) else FileKind.TEXT


def _looks_binary(head: bytes) -> bool:
    control = sum(byte < 32 and byte not in b"\t\n\v\f\r" for byte in head)
    return b"\x00" in head or control > len(head) // 50


def refusal(kind: FileKind) -> str | None:
    """The reason to give for a kind that is not read; None for those that are."""
    return {
        FileKind.EMPTY: _("файл пустой. Проверьте, тот ли файл выбран."),
        FileKind.ENCRYPTED: _("Файл не прочитан: он защищён паролем. Снимите пароль и загрузите снова."),
        FileKind.OLD_EXCEL: _("это старый формат Excel (.xls). Сохраните таблицу как .xlsx и загрузите снова."),
        FileKind.PDF: _("это PDF, а не таблица. Загрузите исходную таблицу: .xlsx или .csv."),
        FileKind.MARKUP: _(
            "внутри веб-страница или документ, а не таблица. Откройте файл в Excel, сохраните как .xlsx "
            "и загрузите снова."
        ),
        FileKind.BINARY: _("это не таблица. Подходят файлы .xlsx и .csv."),
    }.get(kind)
