"""The words of a book, ready to be printed by its page and its paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bestpractices.yearbook.content import FigureSaid, FormLine, StageSaid
from bestpractices.yearbook.people import Named
from cms.territories.models import Organisation
from mentoring.school_years import SchoolYear

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with its noun, and its label in a list."""

    figure: int
    label: str
    words: str
    voice: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme of the year; ``url`` is empty where visitors no longer read it."""

    title: str
    url: str
    closed: tuple[StageSaid, ...]


@dataclass(frozen=True, slots=True)
class DuetView:
    """A published interview of the year."""

    title: str
    url: str
    month: str


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The first part; without anything counted it says so in words."""

    tiles: tuple[Tile, ...]
    forms: tuple[FormLine, ...]
    people: tuple[Named, ...]
    others: str
    trained: str
    applied: tuple[str, ...]
    programmes: tuple[ProgrammeView, ...]
    duets: tuple[DuetView, ...]
    silence: str


@dataclass(frozen=True, slots=True)
class MaterialView:
    """A line of the second part; ``image`` is what is printed of it, ``url`` where it leads today."""

    kind: str
    title: str
    url: str
    when: str
    lead: str
    caption: str
    image: Any
    alt: str
    is_picture: bool


@dataclass(frozen=True, slots=True)
class PracticeView:
    """The essentials of a practice; ``state`` is said while it is not published."""

    title: str
    url: str
    lead: str
    people: tuple[Named, ...]
    others: str
    prose: tuple[tuple[str, Paragraphs], ...]
    failures: Paragraphs
    figures: tuple[FigureSaid, ...]
    verdict: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class BookView:
    """The whole book as its reader may see it today."""

    title: str
    organisation: Organisation
    year: SchoolYear
    foreword: Paragraphs
    results: ResultsView
    told: tuple[tuple[str, Paragraphs], ...]
    materials_words: Paragraphs
    materials: tuple[MaterialView, ...]
    practices_words: Paragraphs
    practices: tuple[PracticeView, ...]
    pending: str
    url: str
    sent_at: datetime | None = None
    accepted_at: datetime | None = None

    @property
    def place(self) -> str:
        """«Ракитинская школа, Ключевской район»."""
        return f"{self.organisation.short_name}, {self.organisation.municipality.name}"
