"""Other tables below the first one: their people are not its people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.headings import spellings
from mentoring.bank.imports.headings.finding import is_heading
from mentoring.bank.imports.headings.owners import Owner, whose
from mentoring.bank.imports.headings.people import is_person
from mentoring.bank.imports.tidying.decorations import is_repeated_heading, is_total
from mentoring.bank.imports.values.words import plain

#: Whoever signs below such words has read the order, and is nobody's mentor for that.
_ACQUAINTED = re.compile(r"\bознакомлен")


def own_rows(rows: Sequence[Row], heading: Sequence[Row]) -> tuple[list[Row], list[int]]:
    """The rows that are under the heading, and the numbers of those under another one or a title of mentees."""
    own: list[Row] = []
    others: list[int] = []
    is_ours = True
    values = _values(rows, heading)
    for position, row in enumerate(rows):
        if is_heading(row) and not _belongs(row, heading, values):
            while own and own[-1].number == rows[position - 1].number and _is_lone(own[-1]):
                others.append(own.pop().number)  # the title of that table
                position -= 1
            others += [below.number for below in rows if below.number >= row.number]
            break
        if _is_lone(row) and _ACQUAINTED.search(plain(" ".join(row.cells))):
            others += [below.number for below in rows[position:]]
            break
        title = _title_of(row)
        if title != Owner.NOBODY:
            is_ours = title != Owner.MENTEE
        if is_ours:
            own.append(row)
        else:
            others.append(row.number)
    return own, sorted(others)


def rows_above(above: Sequence[Row]) -> list[int]:
    """The numbers of the rows of another table of people above the one that is read; none where there is no such."""
    first = next((position for position, row in enumerate(above) if is_heading(row)), len(above))
    below = above[first + 1 :]
    return [row.number for row in below] if any(is_person(text) for row in below for text in row.cells) else []


def said_of(above: Sequence[int], below: Sequence[int]) -> list[str]:
    """What the user reads of the rows of other tables, and how they are read too."""
    words = [
        sentence % {"first": numbers[0], "last": numbers[-1]}
        for sentence, numbers in (
            (_("Выше другая таблица, строки %(first)d–%(last)d не прочитаны."), above),
            (_("Ниже другая таблица или другие люди, строки %(first)d–%(last)d не прочитаны."), below),
        )
        if numbers
    ]
    if words:
        words[-1] += " " + _("Если и там наставники, загрузите файл ещё раз и выберите строку названий той таблицы.")
    return words


def _belongs(row: Row, heading: Sequence[Row], values: set[tuple[int, str]]) -> bool:
    """Whether a row with words of headings is the table's own: printed again, a total, or one with values in it.

    «Педагог-психолог» among the names and «Итого по школе» would cut the table off and lose everybody below.
    """
    if is_repeated_heading(row, heading) or is_total(row):
        return True
    return any((column, plain(text)) in values for column, text in enumerate(row.cells) if text.strip())


def _values(rows: Sequence[Row], heading: Sequence[Row]) -> set[tuple[int, str]]:
    """What stands beside people's names, as (column, text), without the words of the heading."""
    headings = {plain(text) for row in heading for text in row.cells}
    return {
        (column, plain(text))
        for row in rows
        if any(is_person(text) for text in row.cells)
        for column, text in enumerate(row.cells)
        if text.strip() and plain(text) not in headings and not _is_known(text)
    }


def _is_known(text: str) -> bool:
    return plain(text) in {"наставник", "наставляемый"} or bool(spellings.known().get(spellings.key(text)))


def _is_lone(row: Row) -> bool:
    texts = {text.strip() for text in row.cells if text.strip()}
    return len(texts) == 1 and not is_person(texts.pop())


def _title_of(row: Row) -> Owner:
    """Of whom a lone text speaks: «Наставники», «Список молодых специалистов»."""
    texts = {text.strip() for text in row.cells if text.strip()}
    if len(texts) != 1 or is_person(text := texts.pop()):
        return Owner.NOBODY
    found = whose(text)
    return found.owner if found.owner in {Owner.MENTOR, Owner.MENTEE} else Owner.NOBODY
