"""Days inside a text, in any spelling: «19 июля 2021», «19.07.21», «2021-07-19», and months: «июль 2021», «07.2021»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
#: In all cases and usual shortenings.
_SOFT, _HARD = "(?:ь|я|ю|е|[её]м)", "(?:а|у|е|ом)?"
_MONTH = (
    rf"(?P<name>янв(?:ар{_SOFT})?|фев(?:р(?:ал{_SOFT})?)?|мар(?:т{_HARD})?|апр(?:ел{_SOFT})?|ма(?:й|я|ю|е|ем)"
    rf"|ию[нл]{_SOFT}?|авг(?:уст{_HARD})?|сент?(?:ябр{_SOFT})?|окт(?:ябр{_SOFT})?|ноя(?:б(?:р{_SOFT})?)?"
    rf"|дек(?:абр{_SOFT})?)(?![а-яё])\.?"
)
_YEAR = r"(?P<year>\d{4}|\d{2})"
_FULL_YEAR = r"(?P<year>(?:19|20)\d\d)"
#: «г.», «года», «год» after a year say nothing.
_OF_YEAR = r"(?:\s*(?:года|году|год|г)(?![а-яa-z])\.?)?"
#: Neither a part of a longer number nor of a word.
_START, _END = r"(?<![\w.\-–/])", r"(?![\w]|[.\-–/]\d)"
_QUOTED_DAY = r"[«\"“]?(?P<day>\d{1,2})(?:\s*-?\s*(?:го|е|ого|ое))?[»\"”]?"

_SPELLINGS = tuple(
    re.compile(f"{_START}{pattern}{_OF_YEAR}{_END}", re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<mark>\s?[./]\s?)(?P<month>\d{1,2})(?P=mark)" + _YEAR,
        r"(?P<day>\d{1,2})(?P<mark>\s?[-–—]\s?|\s)(?P<month>\d{1,2})(?P=mark)" + _FULL_YEAR,
        rf"{_QUOTED_DAY}\s*{_MONTH}\s*{_YEAR}",
        rf"{_MONTH}\s*{_FULL_YEAR}",
        r"(?P<month>0?[1-9]|1[0-2])[./]" + _FULL_YEAR,
        _FULL_YEAR,
    )
)


class Written(NamedTuple):
    """A day (or without one, a month; or a year) where it stands in a text."""

    start: int
    end: int
    year: int
    month: int
    day: int

    @property
    def date(self) -> date | None:
        """The whole day."""
        return date(self.year, self.month, self.day) if self.day else None

    @property
    def words(self) -> tuple[str, ...]:
        """One word for the day and one for the month, alike in every spelling: «19июля2021», «июля2021»."""
        if not self.month:
            return (str(self.year),)
        month = f"{MONTHS[self.month - 1]}{self.year}"
        return (f"{self.day}{month}", month) if self.day else (month,)


def written_days(text: str) -> Iterator[Written]:
    """Every day, month and year of the text, none inside another; what is no day of the calendar is left alone."""
    taken: list[tuple[int, int]] = []
    for spelling in _SPELLINGS:
        for match in spelling.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            if found := _read(match):
                taken.append((start, end))
                yield found


def _read(match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
    name = parts.get("name")
    year, day = _full(parts["year"]), int(parts.get("day") or 0)
    month = _month(name) if name else int(parts.get("month") or 0)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if "day" in parts and not day:
        return None
    return Written(*match.span(), year, month, day)


def _full(year: str) -> int:
    """Two digits are a year of the last century from 70 on."""
    number = int(year)
    return number if len(year) == 4 else number + (1900 if number >= 70 else 2000)


def _month(name: str) -> int:
    start = name.casefold()[:3]
    if start in {"май", "мая", "маю", "мае"}:
        return 5
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))


def with_words_of_days(text: str) -> str:
    """The text, and behind it the words of its days and months: how an index keeps it."""
    extra = dict.fromkeys(word for written in written_days(text) if written.month for word in written.words)
    return f"{text}\n{' '.join(extra)}" if extra else text


def days_as_words(text: str) -> str:
    """The text with every day, month and year as one word: how a question is asked."""
    for written in sorted(written_days(text), reverse=True):
        text = f"{text[: written.start]} {written.words[0]} {text[written.end :]}"
    return " ".join(text.split())


_ONE_WORD = re.compile(rf"(?<!\w)(\d{{0,2}})({'|'.join(MONTHS)})(\d{{4}})(?!\w)")


def readable_days(text: str) -> str:
    """Words of days as people write them."""
    return _ONE_WORD.sub(lambda found: " ".join(filter(None, found.groups())), text)
