"""The day that a reader asks about, as it is typed in an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y")


@dataclass(frozen=True, slots=True)
class AskedDay:
    """What was typed, the day that it means, and the sentence where it means none."""

    typed: str
    day: date
    error: str = ""
    is_asked: bool = False


def read_day(typed: str, today: date) -> AskedDay:
    """The day in a Russian or ISO spelling; today where nothing was asked or nothing is understood."""
    words = typed.strip()[:40]
    if not words:
        return AskedDay("", today)
    for spelling in FORMATS:
        try:
            return AskedDay(words, datetime.strptime(words, spelling).date(), is_asked=True)
        except ValueError:
            continue
    return AskedDay(words, today, _("Такой даты нет. Напишите её так: 15.03.2024."))
