"""What is left of a table's rows when those that are no people are taken out, each of them named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.bank.imports.columns import Certainty, Column, Field
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.headings.people import is_person
from mentoring.bank.imports.tidying import sections
from mentoring.bank.imports.tidying.decorations import is_closing, is_repeated_heading, is_total

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Cleared:
    """The rows of people, with their sections, and what is said of the rest."""

    sections: sections.Sections
    notes: tuple[str, ...]


def clear(rows: Sequence[Row], heading: Sequence[Row], columns: Sequence[Column]) -> Cleared:
    """Take out repeated headings, totals, the signature below the table, and sections."""
    fields = {column.index: column.field for column in columns}
    kept = [row for row in rows if not is_repeated_heading(row, heading)]
    totals = {row.number for row in kept if is_total(row)}
    kept = [row for row in kept if row.number not in totals]
    # «Согласовано» under a heading of its own is a mark of that person, as a post under «Должность» is.
    own = {column.index: Field.POSITION for column in columns if column.certainty == Certainty.UNKNOWN}
    closing = _closing(kept, {**fields, **own})
    kept = [row for row in kept if row.number not in closing]
    found = sections.lift(kept, {index: field for index, field in fields.items() if field})
    notes = []
    if totals or closing:
        notes.append(_("Не прочитаны итоги, подписи и примечания: %s.") % _numbers({*totals, *closing}))
    if found.numbers:
        notes.append(_("Прочитаны как заголовки разделов: %s.") % _numbers(found.numbers))
    return Cleared(found, tuple(notes))


def _closing(rows: Sequence[Row], fields: dict[int, Field | None]) -> set[int]:
    """The numbers of the last rows that are signatures and notes, up to the last row that names a mentor."""
    found = set()
    for row in reversed(rows):
        first = next((column for column, text in enumerate(row.cells) if text.strip()), -1)
        if is_closing(row, fields.get(first)):
            found.add(row.number)
        elif any(is_person(text) for text in row.cells):
            break
    return found | {row.number for row in rows if _is_signature(row, fields)}


def _is_signature(row: Row, fields: dict[int, Field | None]) -> bool:
    """Whether a post stands where a number or a place should: the signature below one school's part of the table."""
    first = next((column for column, text in enumerate(row.cells) if text.strip()), -1)
    field = fields.get(first)
    is_place = field in {Field.MUNICIPALITY, Field.ORGANISATION} or (first == 0 and field is None)
    return is_place and is_closing(row, field)


def _numbers(rows: Sequence[int] | set[int]) -> str:
    shown = sorted(rows)
    words = ", ".join(map(str, shown[:_SHOWN]))
    more = _(" и ещё %d") % (len(shown) - _SHOWN) if len(shown) > _SHOWN else ""
    return (_("строки %s") if len(shown) > 1 else _("строка %s")) % words + more
