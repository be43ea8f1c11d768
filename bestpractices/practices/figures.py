"""Planned against actual figures, as rows of a table with a drawing of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bestpractices.practices.enums import Unit
from bestpractices.practices.gate import difference, measured
from cms.wording import agree

#: Room at the right end of a scale, so that the largest mark is not cut.
_ROOM = Decimal("1.05")


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator; ``plan_at`` and ``fact_at`` are places on the drawing, in per cent of its width."""

    name: str
    source: str
    plan: str
    fact: str
    gap: str
    is_reached: bool
    plan_at: str
    fact_at: str
    bar_from: str
    bar_width: str

    @property
    def words(self) -> str:
        """The drawing in words."""
        return _("План %(plan)s, факт %(fact)s") % {"plan": self.plan, "fact": self.fact}


def figures(indicators: Iterable[Any]) -> tuple[Figure, ...]:
    """A row an indicator, in their order."""
    return tuple(_figure(it) for it in indicators if it.planned is not None)


def verdict(rows: tuple[Figure, ...]) -> str:
    """«Все четыре показателя достигнуты», «Достигнуты 2 показателя из 3»; empty without rows."""
    reached = sum(row.is_reached for row in rows)
    if not rows:
        return ""
    if reached == len(rows):
        return _("Показатель достигнут") if reached == 1 else _("Все показатели достигнуты")
    noun = agree(reached, _("показатель"), _("показателя"), _("показателей"))
    verb = agree(reached, _("Достигнут"), _("Достигнуты"), _("Достигнуто"))
    return f"{verb} {reached} {noun} {_('из')} {len(rows)}"


def _figure(it: Any) -> Figure:
    actual = it.actual if it.actual is not None else Decimal(0)
    top = Decimal(100) if it.unit == Unit.PERCENT else max(it.planned, actual, Decimal(1)) * _ROOM
    gap = actual - it.planned
    sign = "+" if gap > 0 else ""
    low, high = sorted((it.planned, actual))
    return Figure(
        name=it.name,
        source=it.source,
        plan=measured(it.planned, it.unit),
        fact=measured(it.actual, it.unit) if it.actual is not None else _("нет данных"),
        gap=sign + difference(gap, it.unit) if it.actual is not None else "",
        is_reached=it.actual is not None and gap >= 0,
        plan_at=_share(it.planned, top),
        fact_at=_share(actual, top),
        bar_from=_share(low, top),
        bar_width=_share(high - low, top),
    )


def _share(value: Decimal, top: Decimal) -> str:
    return f"{max(Decimal(0), min(Decimal(100), 100 * value / top)):.1f}%"
