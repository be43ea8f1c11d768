"""The pages of the invented practices, with their lists and first revisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from wagtail.models import Page

from bestpractices.demo.themes.shapes import Theme, Told
from bestpractices.practices.lists import AuthorPair, PracticeGround, PracticeIndicator, PracticeStep
from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.review.enums import State
from mentoring.pairs.models import Pair
from mentoring.reference.models import Subject


@dataclass(frozen=True)
class Place:
    """What a municipality offers to its authors."""

    index: PracticeIndexPage
    pairs: list[Pair]


def make_page(
    theme: Theme, told: Told, place: Place, number: int, state: State, owner: Any, today: date
) -> PracticePage:
    """One draft with everything that its state needs; a draft of its author still lacks some parts."""
    pair = place.pairs[number % len(place.pairs)]
    is_draft = state == State.DRAFT
    page = PracticePage(
        title=told.title,
        slug=f"praktika-{number + 1}",
        lead=told.lead,
        owner=owner,
        live=False,
        organisation=pair.organisation,
        year=today.year - 1 - number % 3 if today.month >= 9 else today.year - 2 - number % 3,
        pair_model=theme.pair,
        level="organisation" if number % 4 else "municipality",
        problem=theme.problem,
        aim=theme.aim,
        audience=theme.audience,
        hours=theme.hours,
        people=theme.people,
        money="Не нужно",
        result=told.result,
        failures="" if is_draft else told.failures,
        risks=theme.risks,
        evidence=theme.evidence,
        evidence_level=theme.level,
        licence="cc-by" if number % 5 else "cc-by-sa",
    )
    page.subjects = list(Subject.objects.filter(code=told.subject))
    page.author_pairs = [AuthorPair(pair=pair)]
    page.steps = [PracticeStep(text=text, duration=duration) for text, duration in theme.steps]
    page.indicators = [_indicator(row, place_in_list, is_draft) for place_in_list, row in enumerate(theme.indicators)]
    page.grounds = [PracticeGround(words=f"Программа наставничества организации, раздел {number % 6 + 1}")]
    index = Page.objects.get(pk=place.index.pk)
    index.add_child(instance=page)
    page.save_revision(user=owner, clean=False)
    return page


def _indicator(row: tuple[str, str, float, float], position: int, falls_short: bool) -> PracticeIndicator:
    name, unit, planned, actual = row
    reached = Decimal(str(planned)) - 4 if falls_short and position == 1 else Decimal(str(actual))
    return PracticeIndicator(name=name, unit=unit, planned=Decimal(str(planned)), actual=reached, sort_order=position)
