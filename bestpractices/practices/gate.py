"""The gate of S4-09: what was planned has been reached, or somebody says why it is sent nevertheless."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from django.utils.translation import gettext as _

from bestpractices.practices.enums import Unit
from cms.wording import NO_BREAK_SPACE, counted, grouped


class Indicator(Protocol):
    """What the gate reads of an indicator."""

    name: str
    unit: str
    planned: Decimal
    actual: Decimal | None


@dataclass(frozen=True, slots=True)
class Miss:
    """An indicator below its plan; ``short`` is how much is missing, None where there is no figure yet."""

    name: str
    unit: str
    planned: Decimal
    actual: Decimal | None
    short: Decimal | None

    @property
    def words(self) -> str:
        """«Выполнение планов: 84 % из 90 %, не хватает 6 п. п.»"""
        if self.actual is None or self.short is None:
            return _("%(name)s: факт не указан, план %(plan)s") % {
                "name": self.name,
                "plan": measured(self.planned, self.unit),
            }
        return _("%(name)s: %(actual)s из %(plan)s, не хватает %(short)s") % {
            "name": self.name,
            "actual": measured(self.actual, self.unit),
            "plan": measured(self.planned, self.unit),
            "short": difference(self.short, self.unit),
        }


def missed(indicators: Iterable[Any]) -> list[Miss]:
    """The indicators that miss their plan, in their order."""
    return [
        Miss(it.name, it.unit, it.planned, it.actual, None if it.actual is None else it.planned - it.actual)
        for it in indicators
        if it.planned is not None and (it.actual is None or it.actual < it.planned)
    ]


def gate_sentence(misses: list[Miss]) -> str:
    """What is missing and when sending opens; empty if nothing is."""
    if not misses:
        return ""
    head = counted(len(misses), "показателя", "показателей", "показателей")
    return _(
        "Не хватает %(count)s. %(list)s. Отправка откроется, когда факт догонит план. "
        "Если отправить нужно сейчас, объясните причину в поле под таблицей."
    ) % {"count": head, "list": "; ".join(miss.words for miss in misses).removesuffix(".")}


def number(value: Decimal) -> str:
    """«90», «4,6»: no zeros that say nothing."""
    whole = value == value.to_integral_value()
    text = grouped(value, 0 if whole else 2)
    return text if whole else text.rstrip("0")


def measured(value: Decimal, unit: str) -> str:
    """«84 %», «11»."""
    return f"{number(value)}{NO_BREAK_SPACE}%" if unit == Unit.PERCENT else number(value)


def difference(value: Decimal, unit: str) -> str:
    """«6 п. п.» for shares, the bare number for the rest."""
    points = f"{NO_BREAK_SPACE}п.{NO_BREAK_SPACE}п."
    return number(value) + (points if unit == Unit.PERCENT else "")
