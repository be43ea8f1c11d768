"""Small files for tests: the bank's table as CSV bytes, and plans made from it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from mentoring.bank.imports.apply import ApplyImport, Outcome
from mentoring.bank.imports.options import ImportOptions
from mentoring.bank.imports.plan import Plan, make_plan
from mentoring.bank.imports.sources import fields_for, open_sheet

HEADING = "ОО, где работает наставник;ФИО наставника;Предмет;Стаж наставника;Категория наставника"


def csv_bytes(*lines: str, heading: str = HEADING) -> bytes:
    """A CSV file of these lines below the heading."""
    return "\n".join((heading, *lines)).encode()


def xlsx_bytes(*rows: Sequence[Any]) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def plan_of(content: bytes, name: str = "bank.csv", **options: Any) -> Plan:
    """The plan of a file."""
    sheet = open_sheet(io.BytesIO(content), name)
    return make_plan(sheet.rows, fields_for(sheet), ImportOptions(**options))


def import_of(content: bytes, name: str = "bank.csv", user: Any = None, **options: Any) -> Outcome:
    """The outcome of importing a file."""
    sheet = open_sheet(io.BytesIO(content), name)
    return ApplyImport(sheet.rows, fields_for(sheet), ImportOptions(**options), user=user, file_name=name).execute()
