"""A practice told part by part: the same passages for the public page, the reviewer, the expert and the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bestpractices.practices.enums import Part


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a practice: paragraphs, or lines of a list (label, text)."""

    part: Part
    title: str
    paragraphs: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(self.paragraphs) and not any(text for _label, text in self.lines)

    @property
    def text(self) -> str:
        """The whole passage as plain lines, for a difference."""
        return "\n".join([*self.paragraphs, *(f"{label}: {text}" if label else text for label, text in self.lines)])


def passages(practice: Any, *, is_blind: bool = False) -> tuple[Passage, ...]:
    """All parts in the order of the page; a blind reader learns neither school nor people nor papers that name them."""
    told = (
        Passage(Part.PLACE, str(Part.PLACE.label), lines=_place(practice, is_blind)),
        _prose(Part.PROBLEM, practice.problem),
        _prose(Part.AIM, practice.aim),
        _prose(Part.AUDIENCE, practice.audience),
        Passage(Part.RESOURCES, str(Part.RESOURCES.label), lines=_resources(practice)),
        Passage(Part.STEPS, str(Part.STEPS.label), lines=_steps(practice)),
        _prose(Part.RESULT, practice.result),
        _prose(Part.FAILURES, practice.failures),
        _prose(Part.RISKS, practice.risks),
        Passage(
            Part.EVIDENCE,
            str(Part.EVIDENCE.label),
            paragraphs=_paragraphs(practice.evidence),
            lines=((_("Насколько доказано"), str(practice.get_evidence_level_display())),),
        ),
    )
    if is_blind:
        return told
    return (
        *told,
        Passage(
            Part.GROUNDS, str(Part.GROUNDS.label), lines=tuple(("", ground.words) for ground in practice.grounds.all())
        ),
        Passage(
            Part.MATERIALS, str(Part.MATERIALS.label), lines=tuple(("", it.title) for it in practice.materials.all())
        ),
        Passage(Part.LICENCE, str(Part.LICENCE.label), paragraphs=(str(practice.get_licence_display()),)),
    )


def _prose(part: Part, text: str) -> Passage:
    return Passage(part, str(part.label), paragraphs=_paragraphs(text))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def _place(practice: Any, is_blind: bool) -> tuple[tuple[str, str], ...]:
    form = (
        (_("Форма пары"), str(practice.get_pair_model_display())),
        (_("Форма наставничества"), str(practice.get_mentoring_form_display())),
        (_("Модель"), str(practice.get_kind_display())),
        (_("Уровень"), str(practice.get_level_display())),
        (_("Предметы"), ", ".join(subject.name for subject in practice.subjects.all())),
        (_("Учебный год"), practice.school_year),
    )
    if is_blind:
        return form
    return ((_("Организация"), str(practice.organisation or "")), *form)


def _resources(practice: Any) -> tuple[tuple[str, str], ...]:
    return (
        (_("Время"), practice.hours),
        (_("Люди"), practice.people),
        (_("Деньги"), practice.money),
        (_("Условия"), practice.conditions),
    )


def _steps(practice: Any) -> tuple[tuple[str, str], ...]:
    return tuple((step.duration, step.text) for step in practice.steps.all())
