"""What the columns of a municipality's table turned out to be: kept when a file was imported, proposed next time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils import timezone

from mentoring.bank.imports.columns import Certainty, Column, Field
from mentoring.bank.imports.headings.spellings import key
from mentoring.bank.imports.models import RememberedColumns
from mentoring.bank.imports.sheets import Sheet


def remember(sheet: Sheet, municipality: int | None, columns: Mapping[str, str]) -> None:
    """Keep the columns that were imported (place → field's code, "" for one left out) under the sheet's headings."""
    headings = _hash(sheet)
    if headings:
        every = {str(column.index): columns.get(str(column.index), "") for column in sheet.columns}
        kept = {"columns": every, "saved_at": timezone.now()}
        RememberedColumns.objects.update_or_create(**_where(municipality, headings), defaults=kept)


def recalled(sheet: Sheet, municipality: int | None) -> Sheet:
    """The sheet with the columns that the municipality's last table with these very headings had."""
    headings = _hash(sheet)
    known = RememberedColumns.objects.filter(**_where(municipality, headings)).first()
    if not headings or known is None:
        return sheet
    return replace(sheet, columns=[_recalled(column, known.columns) for column in sheet.columns])


def _recalled(column: Column, columns: Mapping[str, str]) -> Column:
    code = columns.get(str(column.index))
    if code is None or code not in {"", *Field.values}:
        return column
    field = Field(code) if code else None
    if field == column.field and column.certainty not in {Certainty.ASKED, Certainty.GUESSED}:
        return column
    return replace(column, field=field, certainty=Certainty.REMEMBERED, unclear="", question="")


def _where(municipality: int | None, headings: str) -> dict[str, Any]:
    return {"municipality_id": municipality, "headings": headings}


def _hash(sheet: Sheet) -> str:
    """Equal for equal headings in the same places; "" for a table without any."""
    headings = [f"{column.index}:{key(column.heading)}" for column in sheet.columns if column.heading]
    return hashlib.sha256("\n".join(headings).encode()).hexdigest() if headings else ""
