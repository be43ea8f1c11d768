"""How a theme is written down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What differs between two schools with one idea; the second of them has a problem and an aim of its own."""

    title: str
    lead: str
    subject: str
    result: str
    failures: str
    problem: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """One idea: why, what for, how; indicators are (name, unit, plan, fact)."""

    problem: str
    aim: str
    audience: str
    hours: str
    people: str
    steps: tuple[tuple[str, str], ...]
    risks: str
    evidence: str
    indicators: tuple[tuple[str, str, float, float], ...]
    told: tuple[Told, Told]
    pair: str = "teacher-teacher"
    level: str = "figures"
