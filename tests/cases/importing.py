"""A spreadsheet of the cases, read by the real code: whom it would make a mentor, what it asks, what it refuses."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import Model

from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.options import ImportOptions
from mentoring.bank.imports.plan import make_plan
from mentoring.bank.imports.reports import report_row
from mentoring.bank.imports.sources import fields_for, open_sheet
from mentoring.bank.imports.verdicts import TAKEN, Judged
from mentoring.reference.models import Audience, Direction, Subject

FILES = Path(__file__).parent / "imports"
_NAMED: dict[str, type[Model]] = {"subjects": Subject, "directions": Direction, "audiences": Audience}


@dataclass
class Reading:
    """What became of a file: refused, asked about, or planned row by row (numbers as the spreadsheet has them)."""

    refusal: str = ""
    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rows: dict[int, Judged] = field(default_factory=dict)

    def mentor(self, number: int) -> str:
        """The full name under which the row goes into the bank; "" where it does not."""
        judged = self.rows.get(number)
        if judged is None or judged.verdict not in TAKEN:
            return ""
        name = judged.row.name
        return " ".join(filter(None, (name.last, name.first, name.patronymic)))

    def mentors(self) -> list[str]:
        """Everybody who would go in."""
        return [self.mentor(number) for number in self.rows if self.mentor(number)]

    def value(self, number: int, name: str) -> Any:
        """A value of the row by the mentor's field; sorted names where the field names reference tables."""
        judged = self.rows[number]
        found = judged.row.values.get(name)
        if name == "organisation":
            return judged.place.organisation_name if judged.place else ""
        if name in _NAMED:
            return sorted(str(thing) for thing in _NAMED[name]._default_manager.filter(pk__in=found or ()))
        return found

    def remarks(self, number: int) -> str:
        """Everything that the report says of the row."""
        return "\n".join(report_row(self.rows[number]).notes)

    def is_said(self, number: int) -> bool:
        """Whether a doubt about the row is visible: the row does not go in, or it has a remark."""
        return not self.mentor(number) or bool(self.remarks(number))


def read(source: str | bytes, name: str = "", **options: Any) -> Reading:
    """Read a file of the cases by its name, or any content, as far as it gets without a user's word."""
    content = (FILES / source).read_bytes() if isinstance(source, str) else source
    try:
        sheet = open_sheet(io.BytesIO(content), name or (source if isinstance(source, str) else "bank.xlsx"))
    except FileRefused as refusal:
        return Reading(refusal=str(refusal))
    if sheet.questions:
        return Reading(questions=sheet.questions, notes=sheet.notes)
    plan = make_plan(sheet.rows, fields_for(sheet), ImportOptions(may_begin_lists=False, **options))
    return Reading(notes=(*sheet.notes, *plan.notes), rows={judged.row.number: judged for judged in plan.rows})
