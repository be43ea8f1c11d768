"""A heading of several rows: each column's words from the upper level down, as merged cells or blanks group them."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.bank.imports.files.merges import Spans
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.headings.meanings import meaning
from mentoring.bank.imports.headings.people import is_person

#: A cell that goes over more of the table than this is its title.
_TITLE = 0.7
_MOST_LEVELS = 3


def cell(row: Row, column: int) -> str:
    """A cell's text; "" beyond the row's end."""
    return row.cells[column].strip() if column < len(row.cells) else ""


def level_rows(rows: Sequence[Row], found: int, spans: Spans) -> tuple[int, int]:
    """The first and the last position of the heading's rows around the one that was found."""
    first = last = found
    while first > 0 and last - first < _MOST_LEVELS - 1 and _is_upper(rows[first - 1], rows[first], spans):
        first -= 1
    while last + 1 < len(rows) and last - first < _MOST_LEVELS - 1 and _is_lower(rows[last], rows[last + 1], spans):
        last += 1
    return first, last


def levels_of(rows: Sequence[Row], column: int, spans: Spans) -> tuple[str, ...]:
    """The words above a column, level by level."""
    texts = [_text(row, rows[number + 1 :], column, spans) for number, row in enumerate(rows)]
    return tuple(dict.fromkeys(text for text in texts if text))


def _text(row: Row, below: Sequence[Row], column: int, spans: Spans) -> str:
    own = cell(row, column)
    if own or not below:
        return own or _spanned(row, column, spans)
    if spans.get(row.number):
        return _spanned(row, column, spans)
    # Without merges a blank belongs to the words on its left, as far as the level below has words of its own.
    for left in range(column, -1, -1):
        if not cell(below[0], left):
            return ""
        if cell(row, left):
            return cell(row, left)
    return ""


def _spanned(row: Row, column: int, spans: Spans) -> str:
    for left, right in spans.get(row.number, ()):
        if left <= column <= right:
            return cell(row, left)
    return ""


def is_title(row: Row, width: int, spans: Spans) -> bool:
    """A row of one text, over the whole table or at its beginning."""
    filled = [column for column in range(len(row.cells)) if cell(row, column)]
    if len({cell(row, column) for column in filled}) != 1:
        return not filled
    reach = next((right - left + 1 for left, right in spans.get(row.number, ()) if left == filled[0]), 1)
    return reach > _TITLE * width or (reach == 1 and filled[0] == 0)


def _is_upper(upper: Row, lower: Row, spans: Spans) -> bool:
    """Whether a row stands above a heading as its upper level, and not as a title or something else."""
    width = len(lower.cells)
    if upper.number != lower.number - 1 or _has_values(upper) or is_title(upper, width, spans):
        return False
    return bool(spans.get(upper.number)) or _completes(lower, upper)


def _is_lower(upper: Row, lower: Row, spans: Spans) -> bool:
    """Whether the row below a heading goes on with it."""
    if lower.number != upper.number + 1 or _has_values(lower):
        return False
    filled = [column for column in range(len(lower.cells)) if cell(lower, column)]
    under = {column for left, right in spans.get(upper.number, ()) for column in range(left, right + 1)}
    new = [column for column in filled if column in under or not cell(upper, column)]
    # One-word values below a wide heading look like a level of it; only words of headings are one.
    if not any(_is_known(cell(lower, column)) for column in new):
        return False
    return bool(under) or _completes(upper, lower)


def _is_known(text: str) -> bool:
    found = meaning((text,))
    return bool(found.value or found.names_people or found.is_another)


def _completes(one: Row, other: Row) -> bool:
    """Whether each of two rows has words where the other is blank, as two levels written without merges have."""
    width = max(len(one.cells), len(other.cells))
    here = {column for column in range(width) if cell(one, column)}
    there = {column for column in range(width) if cell(other, column)}
    return len(there) >= 2 and bool(there - here) and len(here | there) > len(here)


def _has_values(row: Row) -> bool:
    """People, numbers and addresses stand below headings, never among them."""
    texts = [cell(row, column) for column in range(len(row.cells)) if cell(row, column)]
    return any(is_person(text) or "@" in text or text.replace(",", "").isdigit() for text in texts)
