"""Years of teaching as people write them, and the bands that they fall into."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.bank.imports.values.lists import is_blank
from mentoring.bank.imports.values.words import plain

#: Nobody teaches longer; a larger number is a year or a slip of the pen.
_LONGEST = 70
_DATE = re.compile(r"\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})\b")
_RANGE = re.compile(r"(\d+)\s*(?:[-–—−‒…]+|\.\.|до)\s*(\d+)")
_UP_TO = re.compile(r"(?:до|менее|меньше|не более|<)\s*(\d+)")
_FROM = re.compile(r"(?:от|свыше|более|больше|старше|не менее|>)\s*(\d+)|(\d+)\s*(?:\+|и более|и больше|и выше)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_MONTHS = re.compile(r"^\D*\d+\s*мес")
_NONE = re.compile(r"\bбез (?:стажа|опыта)\b|\bнет стажа\b|\bмолод\w* (?:специалист|педагог|учител)\w*")
_ANY = re.compile(r"\b(?:люб\w+|не важн\w+|без ограничений|все)\b")


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of years, both ends included; ``high`` is None where it is open."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class YearsReading:
    """The years that a cell names; ``is_any`` when it says that any will do; ``remark`` when nobody can tell."""

    years: Years | None = None
    is_any: bool = False
    remark: str = ""


def read_years(text: str) -> YearsReading:
    """Read «21-30», «от 21 до 30 лет», «свыше 20», «24 года»; a date is what Excel made of a band."""
    if is_blank(text):
        return YearsReading()
    written = plain(text)
    if _DATE.search(written):
        return YearsReading(remark=_("стаж «%s»: Excel превратил его в дату. Впишите годы заново.") % text.strip()[:40])
    if _ANY.search(written):
        return YearsReading(is_any=True)
    years = _years(written)
    if years is None or years.low > _LONGEST or (years.high is not None and years.high > 100):
        return YearsReading(remark=_("стаж «%s» не понят. Впишите число лет.") % text.strip()[:60])
    return YearsReading(years)


def _years(written: str) -> Years | None:
    if found := _RANGE.search(written):
        low, high = sorted((int(found[1]), int(found[2])))
        return Years(low, high)
    if _MONTHS.match(written) or (_NONE.search(written) and not _NUMBER.search(written)):
        return Years(0, 0)
    if found := _UP_TO.search(written):
        return Years(0, int(found[1]))
    if found := _FROM.search(written):
        return Years(int(found[1] or found[2]), None)
    if found := _NUMBER.search(written):
        number = int(float(found[0].replace(",", ".")))
        return Years(number, number)
    return None


def bounds(code: str) -> Years:
    """The years of a band's code: «21-30» → 21 and 30."""
    low, high = code.split("-")
    return Years(int(low), int(high))


def band(years: Years, codes: list[str]) -> str | None:
    """The band that holds these years best: most of the stretch lies in it, the first of equals."""
    high = years.high if years.high is not None else 99 if years.low >= 40 else years.low + 10

    def shared(code: str) -> tuple[int, int]:
        own = bounds(code)
        assert own.high is not None
        common = min(own.high, high) - max(own.low, years.low) + 1
        return common, -abs(own.high - high)

    best = max(codes, key=shared)
    return best if shared(best)[0] > 0 else None


def bands_within(years: Years, codes: list[str]) -> list[str]:
    """The bands that a stretch of years names: itself, else all that lie inside it, else the one that holds most."""
    if f"{years.low}-{years.high}" in codes:
        return [f"{years.low}-{years.high}"]
    inside = [code for code in codes if _lies_inside(bounds(code), years)]
    best = band(years, codes)
    return inside or ([best] if best else [])


def _lies_inside(inner: Years, outer: Years) -> bool:
    return outer.low <= inner.low and (outer.high is None or (inner.high or 0) <= outer.high)
