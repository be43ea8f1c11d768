"""The conversations of a mentor, of an organisation and of pairs, and the portrait that came of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cms.pages.related import NAMED, Item, Related, Relations
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.duets.enums import Voice
from mentoring.duets.page_querysets import InterviewQuerySet
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.portraits import photographed, portrait_of
from mentoring.duets.shelves import lines

#: Rooms above tell what belongs to a conversation that visitors may read.
duet_relations: Relations[DuetInterviewPage] = Relations()


def duets_of_mentor(mentor: Mentor, on: date) -> Related | None:
    """What the mentor told together with a mentee, the latest first."""
    return _related(_of(mentor, on))


def duets_of_organisation(organisation: Organisation, on: date) -> Related | None:
    """The conversations of the organisation's pairs."""
    return _related(DuetInterviewPage.objects.presentable(on).of_organisation(organisation))


def duets_of_pairs(pairs: Iterable[int], on: date) -> Related | None:
    """What these pairs told, the latest first."""
    return _related(DuetInterviewPage.objects.presentable(on).filter(project__pair__in=list(pairs)))


def portrait_from_duet(mentor: Mentor, on: date) -> Any:
    """The mentor's portrait of the latest conversation: the photograph by its own consent, else the drawing."""
    page = _of(mentor, on).for_teasers().latest_first().first()
    return portrait_of(page, Voice.MENTOR, photographed(page, on)) if page is not None else None


def _of(mentor: Mentor, on: date) -> InterviewQuerySet:
    found: InterviewQuerySet = DuetInterviewPage.objects.presentable(on).filter(project__pair__mentor=mentor)
    return found


def _related(pages: InterviewQuerySet) -> Related | None:
    shown = lines(pages.for_lines().latest_first()[:NAMED], None)
    items = tuple(
        Item(line.title, line.url, f"{line.names}, {line.month_name.lower()} {line.month.year}") for line in shown
    )
    return Related(_("Дуэты"), items)
