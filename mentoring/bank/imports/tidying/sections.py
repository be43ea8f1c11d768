"""School names that stand in a row of their own above their people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from mentoring.bank.imports.columns import NAME_PARTS, Field
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.headings.people import is_person
from mentoring.bank.imports.values.organisations import signature
from mentoring.bank.imports.values.words import clean, plain

_DISTRICT = re.compile(r"\bрайон\w*|\bокруг\w*|\bг\.?\s?о\.?\s|\bмуниципальн\w* образован\w*")
_SCHOOL = re.compile(
    r"учрежден|организац|школ|лице|гимнази|\bсад\b|\bд/с\b|колледж|техникум|интернат|\b[мг]?[бка]?д?оу\b"
)
_LONGEST = 300
_PLACES = frozenset({Field.MUNICIPALITY, Field.ORGANISATION})
_NAMES = frozenset({Field.FULL_NAME, *NAME_PARTS})


@dataclass(slots=True)
class Sections:
    """The rows without their sections, and what the sections say of every row: texts by row number."""

    rows: list[Row] = field(default_factory=list)
    named: dict[int, dict[Field, str]] = field(default_factory=dict)
    #: Numbers of the rows that are sections.
    numbers: list[int] = field(default_factory=list)

    @property
    def fields(self) -> list[Field]:
        """What the sections name at all."""
        return [
            kind for kind in (Field.MUNICIPALITY, Field.ORGANISATION) if any(kind in one for one in self.named.values())
        ]


def lift(rows: Sequence[Row], fields: Mapping[int, Field]) -> Sections:
    """Take out the rows that hold one text alone, which is no person's name."""
    found = Sections()
    now: dict[Field, str] = {}
    for row, below in zip(rows, [*rows[1:], None], strict=False):
        title = _title(row, below, fields)
        if title is None:
            found.rows.append(row)
            if now:
                found.named[row.number] = dict(now)
            continue
        found.numbers.append(row.number)
        kind = _kind(title)
        if kind == Field.MUNICIPALITY:
            now = {kind: title}
        elif kind:
            now[kind] = title
    return found


def into_blanks(sections: Sections, columns: Mapping[int, Field]) -> list[Row]:
    """The rows whose blank districts and schools, in these columns, are what their section says."""
    return [_into_blanks(row, sections.named.get(row.number, {}), columns) for row in sections.rows]


def _into_blanks(row: Row, named: Mapping[Field, str], columns: Mapping[int, Field]) -> Row:
    cells, remarks = list(row.cells), list(row.remarks)
    for column, one in columns.items():
        if one in named and not "".join(cells[column : column + 1]).strip():
            cells += [""] * (column + 1 - len(cells))
            cells[column] = named[one]
            remarks.append(_("взято из заголовка раздела: «%s»") % named[one][:80])
    return row if cells == list(row.cells) else replace(row, cells=tuple(cells), remarks=tuple(remarks))


def with_columns(sections: Sections, width: int, fields: Sequence[Field]) -> list[Row]:
    """The rows with one more column for each of these fields, as the sections name it."""
    return [
        replace(
            row,
            cells=(
                *row.cells[:width],
                *[""] * (width - len(row.cells)),
                *(sections.named.get(row.number, {}).get(one, "") for one in fields),
            ),
        )
        for row in sections.rows
    ]


def _title(row: Row, below: Row | None, fields: Mapping[int, Field]) -> str | None:
    """The only text of a row, beside its number; None for a row of a person."""
    filled = [(column, clean(text)) for column, text in enumerate(row.cells) if clean(text)]
    if len(filled) == 2 and filled[0][1].strip(".").isdigit():
        filled = filled[1:]
    texts = {text for _column, text in filled}
    if len(texts) != 1 or row.damage:
        return None
    column, text = filled[0]
    if is_person(text) or text.isdigit() or not any(sign.isalpha() for sign in text) or len(text) > _LONGEST:
        return None
    if fields.get(column) in _PLACES:
        # A school alone in the schools' own column begins a group where the next row leaves the school out.
        return text if below is not None and not "".join(below.cells[column : column + 1]).strip() else None
    # A lone text among the names may be a name that cannot be read: that is the row's own trouble.
    return None if fields.get(column) in _NAMES and not _kind(text) else text


def _kind(text: str) -> Field | None:
    written = plain(text)
    if _SCHOOL.search(written) or signature(text).kinds:
        return Field.ORGANISATION
    return Field.MUNICIPALITY if _DISTRICT.search(written) else None
