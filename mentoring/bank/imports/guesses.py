"""«Стаж» and «Категория» of whom? In the text of the bank the mentee's, in its filled example the mentor's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mentoring.bank.enums import Category
from mentoring.bank.imports.columns import UNCLEAR, Column, Field
from mentoring.bank.imports.values.categories import read_category
from mentoring.bank.imports.values.experience import read_years

#: A mentee of the text is a beginner: years up to this speak of the mentee, more of the mentor.
BEGINNER_YEARS = 5
_LOOKED_AT = 200


def settle(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Give unclear columns the field that their values, or the file's other columns, suggest."""
    taken: set[Field | None] = {column.field for column in columns if column.field}
    settled = []
    for column in columns:
        if column.unclear:
            cells = [row[column.index] for row in rows[:_LOOKED_AT] if column.index < len(row)]
            field = _choose(column.unclear, cells, taken)
            column = replace(column, field=field)
            if field:
                taken.add(field)
        settled.append(column)
    return settled


def _choose(pair: str, cells: Iterable[str], taken: set[Field | None]) -> Field | None:
    own, mentees = UNCLEAR[pair]
    if own in taken or mentees in taken:
        free = [field for field in (own, mentees) if field not in taken]
        return free[0] if free else None
    speaks_of_mentee = (
        _experience_of_beginners(cells) if pair == "whose-experience" else _mostly_without_category(cells)
    )
    # Experience of the mentor beside it tells whose category this is, as in the filled example.
    if pair == "whose-category" and Field.EXPERIENCE in taken:
        return own
    if pair == "whose-category" and Field.MENTEE_EXPERIENCE in taken:
        return mentees
    return mentees if speaks_of_mentee else own


def _experience_of_beginners(cells: Iterable[str]) -> bool:
    found = [reading.years for reading in map(read_years, cells) if reading.years]
    return bool(found) and all(years.high is not None and years.high <= BEGINNER_YEARS for years in found)


def _mostly_without_category(cells: Iterable[str]) -> bool:
    found = [category for category in map(read_category, cells) if category]
    return bool(found) and found.count(Category.NONE) >= 0.7 * len(found)
