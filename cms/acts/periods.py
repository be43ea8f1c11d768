"""The end of an act that names the period it is for: «на 2023–2024 учебный год», «на 2023–2025 годы»."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_DASH = r"\s*[-–—/]\s*"
_SCHOOL_YEAR = re.compile(rf"\b(20\d\d){_DASH}(?:20)?(\d\d)\s*(?:уч\.|учебн)", re.IGNORECASE)
_YEARS = re.compile(
    rf"\b(?:на|в)\s+(?:период\s+)?(?:(20\d\d){_DASH})?(20\d\d)\s*(?:год(?:ы|а|ов|у|ах)?\b|гг?\.)", re.IGNORECASE
)


def period_end(act: Any) -> date | None:
    """The last day of the period that the act is for; None for one without an end of its own.

    The school year that an editor entered, else the latest period that the title names.
    """
    if act.school_year:
        return date(act.school_year + 1, 8, 31)
    words = f"{act.official_title or ''} {act.title or ''}".replace("\u00a0", " ")
    ends = [date(2000 + int(last), 8, 31) for first, last in _SCHOOL_YEAR.findall(words) if _follows(first, last)]
    ends += [date(int(last), 12, 31) for first, last in _YEARS.findall(words) if not first or first <= last]
    return max(ends, default=None)


def _follows(first: str, last: str) -> bool:
    """Whether the second number is the year after the first: «2023–2024», not «2023–2030»."""
    return int(first) % 100 + 1 == int(last)
