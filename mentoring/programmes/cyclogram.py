"""The cyclogram: which month brings which work and which document, for any school year (S0-08)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentoring.programmes.enums import StartMonth
from mentoring.school_years import FIRST_MONTH, SchoolYear

MONTHS = (
    _("январь"),
    _("февраль"),
    _("март"),
    _("апрель"),
    _("май"),
    _("июнь"),
    _("июль"),
    _("август"),
    _("сентябрь"),
    _("октябрь"),
    _("ноябрь"),
    _("декабрь"),
)
#: The months that the year view shows, in their order: September to June.
SHOWN_MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the calendar: months from ``first`` to ``last`` inclusive; ``code`` never changes its meaning."""

    code: str
    first: int
    last: int
    activity: str | Promise
    result: str | Promise
    is_outcome: bool = False


FIND = _("Провести диагностику: у кого из педагогов есть профессиональные дефициты и кто из молодых хочет расти")
GATHER = _("Собрать методический актив – наставников организации")
ASSIGN = _("Закрепить за каждым наставляемым педагога-наставника")
PLAN = _("Составить вместе с ЦНППМ план семинаров, вебинаров и мастер-классов")
FOUND, GATHERED = _("Список педагогов"), _("Приказ о методическом активе")
ASSIGNED, PLANNED = _("Приказ о закреплении наставников"), _("Утверждённый план мероприятий")

CALENDARS: dict[StartMonth, tuple[Row, ...]] = {
    StartMonth.SEPTEMBER: (
        Row("find", 9, 9, FIND, FOUND),
        Row("gather", 9, 10, GATHER, GATHERED),
        Row("assign", 10, 10, ASSIGN, ASSIGNED),
        Row("plan", 10, 10, PLAN, PLANNED),
        Row(
            "route",
            10,
            10,
            _("Разработать с наставником индивидуальный образовательный маршрут"),
            _("Готовый маршрут каждого наставляемого"),
        ),
        Row(
            "walk",
            10,
            4,
            _("Пройти индивидуальный образовательный маршрут"),
            _("Карта маршрута: что сделано по каждому направлению"),
        ),
        Row(
            "analyse",
            5,
            6,
            _("Разобрать, что изменилось в работе педагога"),
            _("Результаты сопоставлены с целями, маршрут скорректирован на следующий период"),
        ),
    ),
    StartMonth.NOVEMBER: (
        Row("find", 11, 11, FIND, FOUND),
        Row("gather", 11, 11, GATHER, GATHERED),
        Row("assign", 12, 12, ASSIGN, ASSIGNED),
        Row("plan", 12, 12, PLAN, PLANNED),
        Row(
            "adopt",
            12,
            12,
            _("Подвести итог подготовки"),
            _("Приказ о внедрении формы «учитель – учитель»"),
            is_outcome=True,
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the calendar in a certain school year: from ``begins`` to ``ends``, both inclusive."""

    row: Row
    begins: date
    ends: date

    @property
    def when(self) -> str:
        """«сентябрь – октябрь 2026», «октябрь 2026 – апрель 2027»"""
        first, last = MONTHS[self.begins.month - 1], MONTHS[self.ends.month - 1]
        if self.begins.year != self.ends.year:
            return f"{first} {self.begins.year} – {last} {self.ends.year}"
        months = f"{first}" if self.row.first == self.row.last else f"{first} – {last}"
        return f"{months} {self.begins.year}"

    def is_on(self, day: date) -> bool:
        """Whether the work is under way on a day."""
        return self.begins <= day <= self.ends

    def strip(self) -> Iterator[bool]:
        """For each month that the year view shows, whether this work takes place in it."""
        first, last = _place(self.row.first), _place(self.row.last)
        return (first <= _place(month) <= last for month in SHOWN_MONTHS)


def cyclogram(year: SchoolYear, start: StartMonth) -> tuple[Deed, ...]:
    """The year's calendar for a start in September or in November, in the order of the work."""
    return tuple(Deed(row, year.first_of(row.first), _last_of(year, row.last)) for row in CALENDARS[start])


def deeds_of_month(year: SchoolYear, start: StartMonth, day: date) -> tuple[Deed, ...]:
    """What is under way in the month of a day."""
    first = day.replace(day=1)
    return tuple(deed for deed in cyclogram(year, start) if deed.begins <= _month_end(first) and first <= deed.ends)


def _last_of(year: SchoolYear, month: int) -> date:
    return _month_end(year.first_of(month))


def _month_end(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _place(month: int) -> int:
    """The month's place in the school year, from 0."""
    return (month - FIRST_MONTH) % 12
