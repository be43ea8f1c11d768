"""Sentences about acts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.acts.enums import KIND_INSTRUMENTAL, ActState, Deed, Kind, Level
from cms.acts.graph import ActGraph
from cms.wording import NO_BREAK_SPACE

#: «в первой редакции»: ordinal words as far as acts go in life; then digits.
_ORDINALS = ("в первой", "во второй", "в третьей", "в четвёртой", "в пятой", "в шестой", "в седьмой", "в восьмой")

LEVELS = {
    Level.FEDERAL: gettext_lazy("федеральный уровень"),
    Level.REGIONAL: gettext_lazy("региональный уровень"),
    Level.MUNICIPAL: gettext_lazy("муниципальный уровень"),
    Level.ORGANISATION: gettext_lazy("уровень организации"),
}


def long_date(day: date) -> str:
    """«18 сентября 2023»."""
    return date_format(day, "j E Y").replace(" ", NO_BREAK_SPACE)


def eyebrow(act: Any) -> str:
    """«Приказ, муниципальный уровень»."""
    return f"{str(Kind(act.kind).label).capitalize()}, {LEVELS[Level(act.level)]}"


def issued_line(act: Any) -> str:
    """«Управление образования Ключевского района, 18 сентября 2023, № 214-о»."""
    parts = [
        act.issuer,
        long_date(act.date) if act.date else "",
        f"№{NO_BREAK_SPACE}{act.number}" if act.number else "",
    ]
    return ", ".join(part for part in parts if part)


def state_words(
    state: ActState, begins: date | None, changed: date | None, ended: date | None, expired: date | None = None
) -> str:
    """«Действует в редакции от 30 августа 2024», «Утратил силу 1 июля 2026»."""
    if state == ActState.EXPIRED:
        return _("Срок действия истёк %(day)s") % {"day": long_date(expired)} if expired else _("Срок действия истёк")
    if state == ActState.CANCELLED:
        return _("Не действует с %(day)s") % {"day": long_date(ended)} if ended else _("Не действует")
    if state == ActState.FUTURE and begins:
        return _("Начнёт действовать %(day)s") % {"day": long_date(begins)}
    if state == ActState.CHANGED:
        return (
            _("Действует в редакции от %(day)s") % {"day": long_date(changed)}
            if changed
            else _("Действует с изменениями")
        )
    return _("Действует")


def state_words_of(act: Any, graph: ActGraph, on: date) -> str:
    """The sentence of an act's state on a day."""
    ending = graph.ended_by(act.pk)
    changes = [edge.since for edge in graph.changed_by(act.pk) if edge.since and edge.counts(on)]
    state = graph.state(act.pk, act.begins, on, act.ends)
    return state_words(state, act.begins, max(changes, default=None), ending.since if ending else None, act.ends)


def edition_words(number: int, how_many: int) -> str:
    """«в первой редакции»; nothing where the act has never been changed."""
    if how_many < 2:
        return ""
    if number <= len(_ORDINALS):
        return _("%(ordinal)s редакции") % {"ordinal": _ORDINALS[number - 1]}
    return _("в редакции %(number)d") % {"number": number}


def years_words(starts: date, ends: date | None) -> str:
    """«2020–2023», «с 2024»."""
    if ends is None:
        return _("с %(year)d") % {"year": starts.year}
    return str(starts.year) if starts.year == ends.year else f"{starts.year}–{ends.year}"


def school_year_words(start: int | None) -> str:
    """«2023/24»."""
    return f"{start}/{(start + 1) % 100:02d}" if start else ""


def deeds(act: Any) -> list[tuple[str, str]]:
    """What the act approves, appoints and orders, each with its paragraphs."""
    labels = {
        Deed.APPROVES: _("Утверждает"),
        Deed.APPOINTS: _("Назначает"),
        Deed.ORDERS: _("Поручает"),
    }
    clauses = list(act.paragraphs.all())
    return [
        (label, " ".join(clause.text for clause in clauses if clause.deed == deed))
        for deed, label in labels.items()
        if any(clause.deed == deed for clause in clauses)
    ]


def approval_lines(act: Any) -> tuple[str, ...]:
    """The block over an appendix: «УТВЕРЖДЕНО приказом … от 25.09.2023 № 07-01-05-503» (S1-01)."""
    number = f"№{NO_BREAK_SPACE}{act.number}"
    issued = f"{KIND_INSTRUMENTAL[Kind(act.kind)]} {act.issuer_short}".strip()
    return (_("УТВЕРЖДЕНО"), issued, f"от {act.date:%d.%m.%Y} {number}" if act.date else number)
