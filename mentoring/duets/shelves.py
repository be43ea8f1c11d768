"""The section «Дуэты»: one line per conversation, under the months of their school years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpRequest

from mentoring.duets import naming
from mentoring.duets.enums import Voice
from mentoring.duets.months import month_name, school_year, year_words
from mentoring.duets.page_querysets import InterviewQuerySet
from mentoring.duets.pages import DuetIndexPage, DuetInterviewPage


@dataclass(frozen=True, slots=True)
class Line:
    """A conversation in a list."""

    title: str
    url: str
    names: str
    lead: str
    place: str
    subject: str
    month: date
    minutes: int

    @property
    def month_name(self) -> str:
        """«Ноябрь»."""
        return month_name(self.month)


@dataclass(frozen=True, slots=True)
class Year:
    """The conversations of a school year."""

    words: str
    lines: tuple[Line, ...]


def shelf(index: DuetIndexPage, request: HttpRequest | None) -> tuple[Year, ...]:
    """The conversations of a branch (the region's section shows all of them), by school years, the newest first."""
    return years(lines(conversations_of(index).for_cards().latest_first(), request))


def conversations_of(index: DuetIndexPage) -> InterviewQuerySet:
    """What visitors may read in a section: a municipality's own, or everything in the region's."""
    pages = DuetInterviewPage.objects.presentable()
    return pages if index.municipality_id is None else pages.filter(municipality=index.municipality)


def lines(pages: Iterable[DuetInterviewPage], request: HttpRequest | None) -> Iterator[Line]:
    """The lines of these pages; costs no query for pages that come from ``for_cards``."""
    from mentoring.duets.presenters import minutes

    for page in pages:
        speakers = page.words.get("speakers", {})
        names = [naming.short_name(speakers.get(voice, {}).get("name", "")) for voice in Voice]
        pair = page.project.pair
        subjects = [subject.name for subject in pair.mentor.subjects.all()] if pair else []
        yield Line(
            title=page.title,
            url=page.get_url(request) or "",
            names=" и ".join(names),
            lead=page.lead,
            place=page.municipality.name if page.municipality else "",
            subject=", ".join(subjects[:2]).lower(),
            month=page.month,
            minutes=minutes(page.words),
        )


def years(found: Iterable[Line]) -> tuple[Year, ...]:
    """Lines under the words of their school years; they come in the order of their months."""
    return tuple(
        Year(year_words(year), tuple(group)) for year, group in groupby(found, key=lambda line: school_year(line.month))
    )
