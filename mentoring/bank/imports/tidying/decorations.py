"""Rows that are no people: numbering of columns, repeated headings, totals, signatures and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.headings.people import is_person
from mentoring.bank.imports.values.words import plain

_NUMBERED = 3
_TOTAL = re.compile(r"^(?:итог\w*|всего|общее количество|общий итог|в том числе|по району всего|сумма)\b")
_NOTE = re.compile(
    r"^(?:исп\b|исполнител\w*|примечани\w*|прим\b|\*|тел\b|телефон\b|м\s*п\b|мп\b|подпись|согласован\w*|утвержда\w*|"
    r"дата\b|составил\w*|подготовил\w*|проверил\w*|заверил\w*|сдал\b|принял\w*|"
    r"приложени\w*|список составлен|данные на|по состоянию|отв\b|ответственн\w*)"
)
_DATE = re.compile(
    r"(?:\d{1,2} \d{1,2} \d{4}(?: г(?:ода)?)?$|"
    r"(?:\d{1,2} )?(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]? \d{4}\b|"
    r"\d{4} г(?:ода)?$)"
)
_POST = re.compile(
    r"^(?:и\s*о\b|врио\b|директор\w*|начальник\w*|заведующ\w*|зав\b|руководител\w*|зам(?:\b|дир\w*|естител\w*)|методист\w*|"
    r"главн\w* специалист\w*|ведущ\w* специалист\w*|координатор\w*|председател\w*|секретар\w*)"
)
_SIGNED = frozenset({"подпись", "личная подпись", "расшифровка подписи"})
#: A signature has a post, a name and perhaps a date.
_SIGNATURE_CELLS = 4


def is_repeated_heading(row: Row, heading: Sequence[Row]) -> bool:
    """Headings printed again on every page, and the numbering of columns below them."""
    cells = [plain(cell) for cell in row.cells]
    if any(cells == [plain(cell) for cell in above.cells] for above in heading):
        return True
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return len(filled) >= _NUMBERED and filled == [str(number) for number in range(1, len(filled) + 1)]


def is_total(row: Row) -> bool:
    """«Итого», in the first words of a row."""
    filled = _filled(row)
    return bool(filled) and any(_TOTAL.match(_words(text)) for text in filled[:2])


def is_closing(row: Row, position: Field | None) -> bool:
    """A signature or a note, as they stand below a table; ``position`` is the field of the row's first cell."""
    filled = _filled(row)
    if not filled:
        return False
    first = _words(filled[0])
    is_short = len(filled) <= _SIGNATURE_CELLS
    if is_short and any(_words(text) in _SIGNED for text in filled):
        return True
    if position == Field.POSITION and any(is_whole_name(text) for text in filled):
        return False
    if filled[0].startswith("*") or _DATE.match(first):
        return is_short and not any(is_whole_name(text) for text in filled)
    return is_short and position != Field.POSITION and bool(_NOTE.match(first) or _POST.match(first))


def is_whole_name(text: str) -> bool:
    """Whether the cell is a full name, without initials."""
    return is_person(text) and "." not in text


def _filled(row: Row) -> list[str]:
    return [cell.strip() for cell in row.cells if cell.strip()]


def _words(text: str) -> str:
    return re.sub(r"[^a-zа-я0-9]+", " ", plain(text)).strip()
