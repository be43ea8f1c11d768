"""Years of teaching as people write them, and the bands that they fall into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.bank.imports.values.lists import is_blank
from mentoring.bank.imports.values.words import plain

#: Nobody teaches longer; a larger number is a year or a slip of the pen.
_LONGEST = 70
_ABOUT = re.compile(
    r"^(?:(?:общий|педагогический|пед\.?|трудовой|учительский)\s*)*(?:стаж\w*|опыт\w*)?(?:\s*работы)?\s*[:–—-]?\s+(?=\S)"
)
_UNIT = r"(?:\s*(?:полн\w+\s+)?(?:лет|год(?:а|ов|у|ом)?|г|л)\b\.?)?"
_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:\s*г\w*\.?)?|.*\b(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\b.*"
)
_SINCE = re.compile(r"(?:с|со|работает с)\s+(?:(\d{1,2})[./](\d{1,2})[./])?((?:19|20)\d\d)\s*(?:г|год|года|году)?\.?")
_RANGE = re.compile(rf"(?:от\s*)?(\d{{1,2}}){_UNIT}\s*(?:[-–—−‒…]+|\.\.|до)\s*(\d{{1,2}}){_UNIT}")
_UP_TO = re.compile(rf"(?:до|менее|меньше|не более|<)\s*(\d{{1,2}}){_UNIT}")
_OVER = re.compile(rf"(?:свыше|более|больше|старше|>)\s*(\d{{1,2}}){_UNIT}")
_FROM = re.compile(
    rf"(?:от|не менее|≥)\s*(\d{{1,2}}){_UNIT}(?:\s*и\s*\w+)?|(\d{{1,2}}){_UNIT}\s*(?:\+|и более|и больше|и выше){_UNIT}"
)
_NUMBER = re.compile(rf"(\d{{1,2}})(?:[.,]\d)?{_UNIT}(?:\s*(?:и\s*)?\d{{1,2}}\s*(?:мес\w*|м)\.?)?")
_ROUGHLY = re.compile(rf"(?:около|примерно|приблизительно|почти|ок\.?|~|≈)\s*(\d{{1,2}}){_UNIT}")
_MONTHS = re.compile(r"(?:менее\s*|до\s*)?\d{1,2}(?:[.,]\d)?\s*мес\w*\.?|(?:менее|меньше)\s+года|полгода|полтора года")
_NONE = re.compile(r"без (?:стажа|опыта)(?: работы)?|нет стажа|стажа нет|молод\w* (?:специалист|педагог|учител)\w*")
_ANY = re.compile(r"(?:\w+\s+)?(?:люб\w+|не важн\w+|неважн\w+|без ограничени\w+|все)(?:\s+\w+)?")


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of years, both ends included; ``high`` is None where it is open."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class YearsReading:
    """The years that a cell names; ``is_any`` when it says that any will do; ``remark`` on what is not as written."""

    years: Years | None = None
    is_any: bool = False
    remark: str = ""


def read_years(text: str, today: date | None = None) -> YearsReading:
    """Read «21-30», «от 21 до 30 лет», «свыше 20», «24 года», «с 2005 г.»: the whole cell, or nothing with a remark."""
    if is_blank(text):
        return YearsReading()
    shown = " ".join(text.split())[:60]
    written = plain(text).strip(" .;,")
    written = _ABOUT.sub("", written) if not written[:1].isdigit() else written
    if _ANY.fullmatch(written):
        return YearsReading(is_any=True)
    if found := _SINCE.fullmatch(written):
        return _since(found, today or timezone.localdate(), shown)
    if _DATE.fullmatch(written):
        return YearsReading(remark=_("стаж «%s»: Excel превратил его в дату. Впишите годы заново.") % shown)
    years, remark = _years(written)
    if years is None or years.low > _LONGEST or (years.high is not None and years.high > 100):
        return YearsReading(remark=_("стаж «%s» не понят. Впишите число лет.") % shown)
    return YearsReading(years, remark=remark % shown if remark else "")


def _since(found: re.Match[str], today: date, shown: str) -> YearsReading:
    try:
        began = date(int(found[3]), int(found[2] or 1), int(found[1] or 1))
    except ValueError:
        began = date.max
    number = today.year - began.year - ((today.month, today.day) < (began.month, began.day))
    if not 0 <= number <= _LONGEST:
        return YearsReading(remark=_("стаж «%s» не понят. Впишите число лет.") % shown)
    counted_up = _("стаж «%(text)s» посчитан на сегодня, полных лет: %(number)d") % {"text": shown, "number": number}
    return YearsReading(Years(number, number), remark=counted_up)


def _years(written: str) -> tuple[Years | None, str]:
    """The years of a text, and a remark with room for the text where they are not quite what it says."""
    if found := _RANGE.fullmatch(written):
        low, high = sorted((int(found[1]), int(found[2])))
        is_turned = low != int(found[1])
        return Years(low, high), _("границы стажа «%s» переставлены") if is_turned else ""
    if _MONTHS.fullmatch(written):
        return Years(0, 0), ""
    if _NONE.fullmatch(written):
        return Years(0, 0), _("«%s» записано как стаж до года")
    if found := _UP_TO.fullmatch(written):
        return Years(0, int(found[1])), ""
    if found := _OVER.fullmatch(written):
        return Years(int(found[1]) + 1, None), ""
    if found := _FROM.fullmatch(written):
        return Years(int(found[1] or found[2]), None), ""
    if found := _NUMBER.fullmatch(written):
        return Years(int(found[1]), int(found[1])), ""
    if found := _ROUGHLY.fullmatch(written):
        return Years(int(found[1]), int(found[1])), _("приблизительный стаж «%s» записан как точный")
    return None, ""


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


def is_within(years: Years, code: str) -> bool:
    """Whether a band holds the whole of a stretch; the last band is open."""
    own = bounds(code)
    return own.low <= years.low and (own.high == 99 if years.high is None else years.high <= (own.high or 0))


def _lies_inside(inner: Years, outer: Years) -> bool:
    return outer.low <= inner.low and (outer.high is None or (inner.high or 0) <= outer.high)
