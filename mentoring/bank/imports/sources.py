"""From a file to rows with recognised columns, for command and wizard alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from mentoring.bank.imports.columns import Field, fields_of
from mentoring.bank.imports.files.reading import read_table
from mentoring.bank.imports.headers import Sheet, find_sheet


def open_sheet(file: BinaryIO, name: str) -> Sheet:
    """Read a file and find its headings and columns; raises ``FileRefused``."""
    return find_sheet(read_table(file, name))


def fields_for(sheet: Sheet, corrections: Mapping[int, Field | None] | None = None) -> dict[int, Field]:
    """The fields of a sheet's columns as recognised, with the user's corrections (None takes a column out)."""
    fields: dict[int, Field | None] = dict(fields_of(sheet.columns))
    fields.update(corrections or {})
    return {index: field for index, field in fields.items() if field is not None}
