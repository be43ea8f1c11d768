"""A programme as it travels; the curator's name and telephone stay where the consent was given."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bestpractices.republication.documents import Section, TableBlock
from bestpractices.republication.kinds import Description, Kind
from bestpractices.republication.sources.parts import bullets, facts, numbered, paragraphs, said, section
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.presenters import PublicProgramme, present


def describe(page: ProgrammePage) -> Description:
    """The sections of a programme, and whose it is."""
    programme = present(page, timezone.localdate())
    organisation = programme.organisation.short_name if programme.organisation else ""
    return Description(sections=said(_sections(programme)), organisation=organisation)


def _sections(programme: PublicProgramme) -> Iterator[Section | None]:
    yield section("aim", _("Цель"), paragraphs(programme.aim), bullets(programme.goals))
    yield section("definition", _("Что такое наставничество"), paragraphs(programme.definition))
    yield section("tasks", _("Задачи"), numbered(programme.tasks))
    yield section("mentors", _("Кто может быть наставником"), bullets(programme.mentors))
    yield section("mentees", _("Кто может быть наставляемым"), bullets(programme.mentees))
    yield section("forms", _("Формы пар"), _forms(programme))
    yield section("year", _("Учебный год"), facts(_year(programme)))
    yield section("grounds", _("Основания"), bullets(ground.told for ground in programme.grounds))


def _forms(programme: PublicProgramme) -> TableBlock | None:
    rows = tuple((form.label, "; ".join(form.documents), "; ".join(form.formats)) for form in programme.forms)
    return TableBlock(head=("Форма", "Документы", "Форматы работы"), rows=rows) if rows else None


def _year(programme: PublicProgramme) -> Iterator[tuple[object, object]]:
    yield _("Учебный год"), programme.year
    yield _("Виды"), programme.kinds
    yield _("Формы наставничества"), programme.mentoring_forms
    yield _("Куратор"), programme.curator.post


KIND = Kind("programme", _("Программа"), ProgrammePage, describe)
