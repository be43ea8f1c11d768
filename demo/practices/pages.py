"""The pages of the invented practices, with their lists and first revisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from wagtail.models import Page

from bestpractices.practices.lists import AuthorPair, PracticeGround, PracticeIndicator, PracticeStep
from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.review.enums import State
from demo.homes import KINDERGARTEN, SCHOOL, WORKSHOPS, Home
from demo.practices.themes.shapes import Theme, Told
from mentoring.pairs.enums import PairModel
from mentoring.pairs.models import Pair
from mentoring.reference.models import Subject

#: The author is one of the first pairs that fit: those who confirmed last.
NEAREST = 6


@dataclass(frozen=True)
class Place:
    """What a municipality offers to its authors."""

    index: PracticeIndexPage
    pairs: list[Pair]


def make_page(
    theme: Theme, told: Told, place: Place, number: int, state: State, owner: Any, today: date
) -> PracticePage:
    """One draft with everything that its state needs; a draft of its author still lacks some parts."""
    pair = fitting_pair(place.pairs, theme.pair, told.subject, number)
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
        problem=told.problem or theme.problem,
        aim=told.aim or theme.aim,
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
    taught = {subject.code for subject in pair.mentor.subjects.all()}
    page.subjects = list(Subject.objects.filter(code=told.subject)) if told.subject in taught else []
    page.author_pairs = [AuthorPair(pair=pair)]
    page.steps = [PracticeStep(text=text, duration=duration) for text, duration in theme.steps]
    page.indicators = [_indicator(row, place_in_list, is_draft) for place_in_list, row in enumerate(theme.indicators)]
    page.grounds = [PracticeGround(words=f"Программа наставничества организации, раздел {number % 6 + 1}")]
    index = Page.objects.get(pk=place.index.pk)
    index.add_child(instance=page)
    page.save_revision(user=owner, clean=False)
    return page


def fitting_pair(pairs: list[Pair], model: str, subject: str, number: int) -> Pair:
    """A pair that could have told this: of the model, with the subject, in an organisation where it is taught."""
    there = [pair for pair in pairs if home_of(model, subject).holds(pair.organisation)] or pairs
    of_subject = [pair for pair in there if subject in {one.code for one in pair.mentor.subjects.all()}]
    both = [pair for pair in of_subject if pair.model == model]
    best = both or of_subject or [pair for pair in there if pair.model == model] or there
    return best[number % min(len(best), NEAREST)]


def home_of(model: str, subject: str) -> Home:
    """Where such a practice is at home."""
    if subject == "preschool":
        return KINDERGARTEN
    return WORKSHOPS if model == PairModel.EMPLOYER_PUPIL else SCHOOL


def _indicator(row: tuple[str, str, float, float], position: int, falls_short: bool) -> PracticeIndicator:
    name, unit, planned, actual = row
    reached = Decimal(str(planned)) - 4 if falls_short and position == 1 else Decimal(str(actual))
    return PracticeIndicator(name=name, unit=unit, planned=Decimal(str(planned)), actual=reached, sort_order=position)
