"""The school year: from the first of September to the last of August."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

#: The month in which a Russian school year begins.
FIRST_MONTH = 9


@dataclass(frozen=True, order=True, slots=True)
class SchoolYear:
    """The school year that begins in September of the year ``start``."""

    start: int

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"

    @property
    def begins(self) -> date:
        """The first of September."""
        return date(self.start, FIRST_MONTH, 1)

    @property
    def ends(self) -> date:
        """The last of August."""
        return SchoolYear(self.start + 1).begins - timedelta(days=1)

    def first_of(self, month: int) -> date:
        """The first day of a month (1–12) inside this school year."""
        return date(self.start if month >= FIRST_MONTH else self.start + 1, month, 1)


def school_year_of(day: date) -> SchoolYear:
    """The school year in which a day lies."""
    return SchoolYear(day.year if day.month >= FIRST_MONTH else day.year - 1)
