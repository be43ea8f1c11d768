from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read: sizes in bytes, the rest in pieces. Together they keep an import within 256 MiB."""

    file_size: int = 32 * MIB
    rows: int = 100_000
    columns: int = 80
    cell_characters: int = 5_000
    #: Uncompressed sizes inside an XLSX: the sheet is read as a stream, shared strings and styles stand in memory.
    sheet_size: int = 160 * MIB
    strings_size: int = 12 * MIB
    part_size: int = 8 * MIB
    #: Times that a part of an XLSX may shrink when packed; real workbooks stay below 40.
    packing_ratio: int = 200
    parts: int = 3_000


def current_limits() -> Limits:
    """The limits of this installation; the setting ``MENTOR_IMPORT_LIMITS`` replaces some of them by name."""
    return Limits(**getattr(settings, "MENTOR_IMPORT_LIMITS", {}))
