"""Months as the year wheel counts them: a school year runs from September to August."""

from __future__ import annotations

from datetime import date

from django.utils import formats

#: The month in which a Russian school year begins.
FIRST_MONTH = 9


def first_of_month(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def shifted(month: date, by: int) -> date:
    """The first day of the month that lies ``by`` months later."""
    years, rest = divmod(month.month - 1 + by, 12)
    return date(month.year + years, rest + 1, 1)


def school_year(day: date) -> int:
    """The calendar year in which the day's school year began."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def months_of_year(year: int) -> list[date]:
    """The twelve months of a school year, September first."""
    return [shifted(date(year, FIRST_MONTH, 1), number) for number in range(12)]


def year_words(year: int) -> str:
    """«2026/27»."""
    return f"{year}/{(year + 1) % 100:02d}"


def month_words(month: date) -> str:
    """«ноябрь 2026»."""
    return formats.date_format(month, "F Y").lower()


def month_genitive(month: date) -> str:
    """«ноября 2026»."""
    return formats.date_format(month, "E Y").lower()


def month_name(month: date) -> str:
    """«Ноябрь»."""
    return formats.date_format(month, "F").capitalize()
