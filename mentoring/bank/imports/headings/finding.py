"""Where the table begins: below any number of lines, under a heading of one or several rows, or without any."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.bank.imports.columns import NAME_PARTS, Field
from mentoring.bank.imports.files.tables import Row, Table
from mentoring.bank.imports.headings.claims import Heading
from mentoring.bank.imports.headings.levels import cell, level_rows, levels_of
from mentoring.bank.imports.headings.meanings import Meaning, meaning
from mentoring.bank.imports.headings.people import holds_single_words, is_person

#: Fewer recognised headings than this may be a coincidence of words in a title.
_ENOUGH = 3
#: Once a heading with names was found, a better one would stand within so many rows.
_NEAR = 40
_LONGEST_HEADING = 250
_SAMPLE = 60
_NAMES = frozenset({Field.FULL_NAME, *NAME_PARTS})


@dataclass(frozen=True, slots=True)
class Place:
    """Positions of the heading's rows among the table's rows (first, last); (-1, -1) for a table without headings."""

    first: int
    last: int
    #: Recognised columns, and whether one of them has names: how good the place is.
    score: int = 0
    has_names: bool = False


def find_heading(table: Table, number: int | None = None) -> Place:
    """Find the heading, or take the row of this number for it."""
    if number is not None:
        at = next((position for position, row in enumerate(table.rows) if row.number == number), None)
        if at is not None:
            return _around(table, at, *_score(table.rows[at]))
    best, best_at, best_names = 0, -1, False
    for position, row in enumerate(table.rows):
        if best_names and best >= _ENOUGH and position > best_at + _NEAR:
            break
        score, has_names = _score(row)
        if (has_names, score) > (best_names, best) and score >= 2:
            best, best_at, best_names = score, position, has_names
    if best_at < 0 or (best < _ENOUGH and not best_names):
        return _above_people(table)
    return _around(table, best_at, best, best_names)


def _above_people(table: Table) -> Place:
    """The row above the first person where no heading is known: its words are shown to the user, whatever they are."""
    at = next((position for position, row in enumerate(table.rows) if any(map(is_person, row.cells))), 0)
    if at < 1:
        return Place(-1, -1)
    row, above = table.rows[at], table.rows[at - 1]
    people = [cell(above, column) for column, text in enumerate(row.cells) if is_person(text)]
    is_heading_like = sum(bool(text.strip()) for text in above.cells) > 1 and all(people)
    if not is_heading_like or any(re.search(r"\d", text) for text in people):
        return Place(-1, -1)
    return Place(at - 1, at - 1)


def _around(table: Table, at: int, score: int, has_names: bool) -> Place:
    first, last = level_rows(table.rows, at, table.spans)
    return Place(first, last, score, has_names)


def is_heading(row: Row) -> bool:
    """Whether a row alone would be taken for the heading of a table of people."""
    score, has_names = _score(row)
    return has_names and score >= 2


def _score(row: Row) -> tuple[int, bool]:
    texts = [text for text in map(str.strip, row.cells) if text]
    if len(texts) < 2 or any(is_person(text) for text in texts):
        return 0, False
    found = [meaning((text,)) for text in texts if len(text) <= _LONGEST_HEADING]
    known = [one for one in found if one.value or one.names_people or one.is_another]
    return len(known), any(one.names_people for one in known)


def headings_of(table: Table, place: Place) -> list[Heading]:
    """Every column's heading with the first values below it."""
    heading = table.rows[place.first : place.last + 1] if place.last >= 0 else []
    rows = [row for row in table.rows[place.last + 1 :] if not row.is_hidden][:_SAMPLE]
    width = max((len(row.cells) for row in [*heading, *rows]), default=0)
    found = [
        Heading(
            column,
            levels_of(heading, column, table.spans),
            tuple(text for text in (cell(row, column) for row in rows) if text),
        )
        for column in range(width)
    ]
    return _with_name_parts([one for one in found if one.levels or one.values])


def _with_name_parts(headings: list[Heading]) -> list[Heading]:
    """One heading over two or three columns of single words is a name in parts."""
    named = list(headings)
    grouped = -1
    for position, heading in enumerate(headings):
        if position <= grouped:
            continue
        if _means(heading).value != Field.FULL_NAME or not holds_single_words(heading.values):
            continue
        group = [heading]
        for other in headings[position + 1 : position + 3]:
            if other.levels not in ((), heading.levels) or not holds_single_words(other.values):
                break
            group.append(other)
        if len(group) > 1:
            grouped = position + len(group) - 1
            for part, one in zip(_order(group), group, strict=True):
                named[headings.index(one)] = Heading(one.index, (*heading.levels, str(part.label)), one.values)
    return named


def _means(heading: Heading) -> Meaning:
    return meaning(heading.levels)


def _order(group: Sequence[Heading]) -> list[Field]:
    """The parts in the order of the columns: patronymics tell «Имя Отчество Фамилия» from the usual order."""
    if len(group) == 3 and _holds_patronymics(group[1].values):
        return [Field.FIRST_NAME, Field.PATRONYMIC, Field.LAST_NAME]
    return list(NAME_PARTS[: len(group)])


def _holds_patronymics(values: Sequence[str]) -> bool:
    return bool(values) and all(value.lower().endswith(("вич", "вна", "ична", "ьич")) for value in values)
