"""«Стаж» and «Категория» of whom? In the text of the bank the mentee's, in its filled example the mentor's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from mentoring.bank.enums import Category
from mentoring.bank.imports.columns import UNCLEAR, Certainty, Column, Field
from mentoring.bank.imports.values.categories import read_category
from mentoring.bank.imports.values.experience import read_years

#: A mentee of the text is a beginner: years up to this may speak of the mentee, more only of the mentor.
BEGINNER_YEARS = 10
_LOOKED_AT = 200


def settle(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Give unclear columns to the mentor where their values leave no other reading; otherwise the user is asked."""
    taken: set[Field | None] = {column.field for column in columns if column.field}
    unclear = [column for column in columns if column.unclear and column.certainty == Certainty.GUESSED]
    cells = {
        column.index: [row[column.index] for row in rows[:_LOOKED_AT] if column.index < len(row)] for column in unclear
    }
    # Experience of the mentor tells whose the category beside it is, as in the filled example, and the other way.
    of_mentor = any(_speaks_of_mentor(column.unclear, cells[column.index]) for column in unclear)
    settled = {column.index: _settled(column, taken, of_mentor) for column in unclear}
    return [settled.get(column.index, column) for column in columns]


def _settled(column: Column, taken: set[Field | None], of_mentor: bool) -> Column:
    own, mentees = UNCLEAR[column.unclear]
    if own not in taken and (of_mentor or mentees in taken or _others_own(own) in taken):
        return replace(column, field=own)
    return _asked(column)


def _others_own(own: Field) -> Field:
    return Field.CATEGORY if own == Field.EXPERIENCE else Field.EXPERIENCE


def _asked(column: Column) -> Column:
    own, mentees = UNCLEAR[column.unclear]
    words = _("Чей это столбец: «%(own)s» или «%(mentees)s»? По заголовку и значениям не видно.")
    question = words % {"own": own.label, "mentees": mentees.label}
    return replace(column, certainty=Certainty.ASKED, question=question)


def _speaks_of_mentor(pair: str, cells: Sequence[str]) -> bool:
    return _years_of_mentors(cells) if pair == "whose-experience" else _categories_of_mentors(cells)


def _years_of_mentors(cells: Iterable[str]) -> bool:
    found = [reading.years for reading in map(read_years, cells) if reading.years]
    return any(years.high is None or years.high > BEGINNER_YEARS for years in found)


def _categories_of_mentors(cells: Iterable[str]) -> bool:
    found = [category for category in map(read_category, cells) if category]
    return found.count(Category.NONE) < len(found)
