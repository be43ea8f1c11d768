"""A programme for other programs: aims, kinds and forms by codes; its curator stays on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Field

from cms.open_data.page_records import born, public_of, told_pages
from cms.open_data.resources import Resource, Told, resources
from cms.open_data.schemas import Code, PageRecord, all_chosen, named
from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.pairs.enums import PairModel
from mentoring.programmes.enums import Goal
from mentoring.programmes.models import ProgrammePage


class ProgrammeRecord(PageRecord):
    """Программа наставничества."""

    organisation: Code | None = Field(description="Организация")
    year: int = Field(description="Год, в котором начинается учебный год программы")
    aim: str = Field(description="Цель")
    goals: list[Code] = Field(description="Чего хотят достичь")
    tasks: list[str] = Field(description="Задачи")
    pair_forms: list[Code] = Field(description="Формы пар")
    mentoring_forms: list[Code] = Field(description="Формы наставничества")
    kinds: list[Code] = Field(description="Виды наставничества")


def tell(programmes: Sequence[ProgrammePage]) -> Iterator[tuple[int, Told]]:
    """The programmes as visitors read them."""
    return told_pages(programmes, _programme)


def _programme(page: Any) -> Told:
    return {
        "organisation": named(page.organisation),
        "year": page.year,
        "aim": page.aim,
        "goals": all_chosen(Goal, page.goals),
        "tasks": [task.text for task in page.tasks.all()],
        "pair_forms": all_chosen(PairModel, [form.pair_model for form in page.forms.all()]),
        "mentoring_forms": all_chosen(MentoringForm, page.mentoring_forms),
        "kinds": all_chosen(MentoringKind, page.kinds),
    }


def public() -> QuerySet:
    """Those that every visitor may read now."""
    pages = public_of(ProgrammePage)()
    return pages.select_related("municipality", "organisation").prefetch_related("tasks", "forms")


def register() -> None:
    """Let other programs read programmes."""
    place = "municipality__code"
    resources.register(
        Resource("programmes", _("Программы наставничества"), ProgrammeRecord, public, tell, place, born, order=40)
    )
