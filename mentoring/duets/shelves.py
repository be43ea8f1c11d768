"""One line per conversation, wherever other conversations are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from cms.wording import within
from mentoring.duets import naming
from mentoring.duets.enums import Voice
from mentoring.duets.months import month_name
from mentoring.duets.pages import DuetInterviewPage


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


def lines(pages: Iterable[DuetInterviewPage], request: HttpRequest | None) -> Iterator[Line]:
    """The lines of these pages; costs no query for pages that come from ``for_lines``."""
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
            subject=", ".join(map(within, subjects[:2])),
            month=page.month,
            minutes=minutes(page.words),
        )
