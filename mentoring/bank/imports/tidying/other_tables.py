"""Other tables below the first one: their people are not its people."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.headings.finding import is_heading
from mentoring.bank.imports.headings.owners import Owner, whose
from mentoring.bank.imports.headings.people import is_person
from mentoring.bank.imports.tidying.decorations import is_repeated_heading


def own_rows(rows: Sequence[Row], heading: Sequence[Row]) -> tuple[list[Row], list[int]]:
    """The rows that are under the heading, and the numbers of those under another one or a title of mentees."""
    own: list[Row] = []
    others: list[int] = []
    is_ours = True
    for position, row in enumerate(rows):
        if is_heading(row) and not is_repeated_heading(row, heading):
            others += [below.number for below in rows[position:]]
            break
        title = _title_of(row)
        if title != Owner.NOBODY:
            is_ours = title != Owner.MENTEE
        if is_ours:
            own.append(row)
        else:
            others.append(row.number)
    return own, others


def _title_of(row: Row) -> Owner:
    """Of whom a lone text speaks: «Наставники», «Список молодых специалистов»."""
    texts = {text.strip() for text in row.cells if text.strip()}
    if len(texts) != 1 or is_person(text := texts.pop()):
        return Owner.NOBODY
    found = whose(text)
    return found.owner if found.owner in {Owner.MENTOR, Owner.MENTEE} else Owner.NOBODY
