"""One row of a file, read: who, where, which values, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cms.personal_names.reading import NameReading, read_name, read_parts
from mentoring.bank.enums import Person
from mentoring.bank.imports.cells.readers import READERS, read_cell
from mentoring.bank.imports.columns import NAME_PARTS, Field
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.tidying.texts import texts_of
from mentoring.bank.imports.values.lists import is_blank
from mentoring.bank.imports.values.words import clean


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row's meaning; with a problem it cannot be taken, with remarks and unknown texts it can."""

    number: int
    cells: tuple[str, ...]
    municipality: str
    organisation: str
    name: NameReading
    values: dict[str, Any]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    #: Texts that the reference tables do not know, by field.
    unknown: tuple[tuple[Field, str], ...]


def read_row(row: Row, fields: Mapping[int, Field], directory: Directory) -> ReadRow:
    """Read every cell whose column has a field; cells beyond the row's end are blank."""
    texts = texts_of(row, fields)
    name = _name(texts)
    organisation = clean(texts.get(Field.ORGANISATION, ""))
    problems = (
        [row.damage] if row.damage else [problem for problem in (name.problem, _no_place(organisation)) if problem]
    )
    remarks = [*row.remarks, *([name.remark] if name.remark else [])]
    values: dict[str, Any] = {}
    beside: dict[str, Any] = {}
    unknown: list[tuple[Field, str]] = []
    for field, text in texts.items():
        if field in READERS:
            cell = read_cell(field, text, directory)
            values.update(cell.values)
            beside.update(cell.beside)
            remarks += cell.remarks
            unknown += [(field, text) for text in cell.unknown]
            if cell.problem:
                problems.append(f"{field.label}: {cell.problem}")
    values = {**beside, **values}
    _settle_age(values, remarks)
    return ReadRow(
        row.number,
        row.cells,
        clean(texts.get(Field.MUNICIPALITY, "")),
        organisation,
        name,
        values,
        tuple(problems),
        tuple(remarks),
        tuple(unknown),
    )


def _name(texts: Mapping[Field, str]) -> NameReading:
    """The name: its parts as their columns say, or the one cell that holds it whole, beside parts of it too."""
    last, first, patronymic = (texts.get(part, "").strip() for part in NAME_PARTS)
    whole = texts.get(Field.FULL_NAME, "")
    if last and first and not whole.strip():
        return read_parts(last, first, patronymic)
    in_parts = list(filter(None, (last, first, patronymic, whole.strip())))
    return read_name(whole if in_parts == [whole.strip()] else " ".join(in_parts))


def _settle_age(values: dict[str, Any], remarks: list[str]) -> None:
    """A file never makes anyone of age: that takes a person who has seen the document."""
    person = values.get("person")
    if person == Person.PUPIL:
        if values.get("is_minor") is False:
            remarks.append(_("ученик считается несовершеннолетним, пока координатор не подтвердит возраст в записи"))
        values["is_minor"] = True
    elif person == Person.PARENT:
        values.pop("is_minor", None)


def _no_place(organisation: str) -> str:
    if not any(sign.isalnum() for sign in organisation) or is_blank(organisation):
        return _("не указана организация.")
    if len(organisation) > 400:
        return _("название организации длиннее 400 знаков.")
    return ""
