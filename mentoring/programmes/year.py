"""The cycle of a school year for everybody: month by month what is due, and what takes place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from cms.news.models import EventPage
from cms.news.words import when_words
from cms.pages.related import NAMED, Item
from cms.wording import within
from mentoring.programmes.cyclogram import MONTHS, SHOWN_MONTHS, Deed, cyclogram
from mentoring.programmes.enums import StartMonth
from mentoring.school_years import SchoolYear, school_year_of

#: Months after the last that has work of its own: there the coming year is shown.
_HOLIDAYS = (7, 8)


@dataclass(frozen=True, slots=True)
class MonthOfYear:
    """A month with the work that begins in it, the work that goes on, and its events."""

    name: str
    is_now: bool
    begins: tuple[Deed, ...]
    goes_on: tuple[Deed, ...]
    events: tuple[Item, ...]
    more_events: int

    @property
    def goes_on_words(self) -> tuple[str, ...]:
        """What goes on, inside of a sentence: «пройти индивидуальный образовательный маршрут»."""
        return tuple(within(str(deed.row.activity)) for deed in self.goes_on)


@dataclass(frozen=True, slots=True)
class Start:
    """The calendar of those who begin in a certain month, and the address of its file for one's own calendar."""

    words: str
    deeds: tuple[Deed, ...]
    months: tuple[MonthOfYear, ...]
    calendar_url: str


def year_to_show(today: date) -> SchoolYear:
    """The school year that one plans by: in the summer holidays the coming one."""
    now = school_year_of(today)
    return SchoolYear(now.start + 1) if today.month in _HOLIDAYS else now


def starts(year: SchoolYear, today: date) -> tuple[Start, ...]:
    """The calendars of the year; the usual one goes by months, together with the events of the whole region."""
    events = _events(year)
    return tuple(
        Start(
            str(start.label),
            deeds := cyclogram(year, start),
            tuple(_months(year, deeds, events, today)) if start == StartMonth.SEPTEMBER else (),
            reverse("cyclogram-calendar", args=[start.value]),
        )
        for start in StartMonth
    )


def _months(
    year: SchoolYear, deeds: tuple[Deed, ...], events: dict[int, list[Item]], today: date
) -> Iterator[MonthOfYear]:
    for number in SHOWN_MONTHS:
        first = year.first_of(number)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        found = events.get(number, [])
        yield MonthOfYear(
            name=f"{capfirst(MONTHS[number - 1])} {first.year}",
            is_now=first <= today <= last,
            begins=tuple(deed for deed in deeds if first <= deed.begins <= last),
            goes_on=tuple(deed for deed in deeds if deed.begins < first <= deed.ends),
            events=tuple(found[:NAMED]),
            more_events=max(0, len(found) - NAMED),
        )


def _events(year: SchoolYear) -> dict[int, list[Item]]:
    """By the number of the month, the events that visitors may read; one query."""
    found: dict[int, list[Item]] = {}
    for event in EventPage.objects.readable().between(year.begins, year.ends).order_by("starts_at", "pk"):
        when = when_words(event.starts_at, event.ends_at, None)
        month = found.setdefault(timezone.localtime(event.starts_at).month, [])
        month.append(Item(event.title, event.get_url() or "", when))
    return found
