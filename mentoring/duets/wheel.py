"""The year wheel: twelve hexagons on a ring, one per month, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cms.territories.models import Municipality
from mentoring.duets import naming
from mentoring.duets.enums import ProjectState
from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month, month_name, month_words, months_of_year

RADIUS, HEX, BOX = 178, 44, 480  # units of the drawing


@dataclass(frozen=True, slots=True)
class Spoke:
    """A month of the wheel: what stands in it, in words and in points of the drawing."""

    month: date
    project: DuetProject | None
    more: int
    is_late: bool
    is_past: bool
    url: str
    x: float
    y: float

    @property
    def name(self) -> str:
        """«Ноябрь»."""
        return month_name(self.month)

    @property
    def label(self) -> str:
        """«ноя»: the first letters, as they stand in the hexagon."""
        return self.name[:3].lower()

    @property
    def names(self) -> str:
        """«Вера Лосева и Илья Тарасов»; nothing before the invitation."""
        people = self.project.speakers.all() if self.project is not None else ()
        return " и ".join(naming.short_name(speaker.name) for speaker in people)

    @property
    def kind(self) -> str:
        """The look: empty, missed, idea, work, ready, published, and late over all of them."""
        if self.project is None:
            return "missed" if self.is_past else "empty"
        if self.is_late:
            return "late"
        state = ProjectState(self.project.state)
        looks = {ProjectState.IDEA: "idea", ProjectState.PUBLISHED: "published"}
        return looks.get(state, "ready" if state in {ProjectState.APPROVED, ProjectState.SCHEDULED} else "work")

    @property
    def state_words(self) -> str:
        """«редактируется, запаздывает», «пусто»."""
        if self.project is None:
            return _("пропущен") if self.is_past else _("пусто")
        words = self.project.get_state_display()
        return _("%(state)s, запаздывает") % {"state": words} if self.is_late else words

    @property
    def words(self) -> str:
        """Everything in a sentence, for those who hear the wheel."""
        return f"{month_words(self.month)}: {self.state_words}"

    @property
    def points(self) -> str:
        """The corners of the hexagon."""
        corners = ((self.x + HEX * sin(pi / 3 * n), self.y - HEX * cos(pi / 3 * n)) for n in range(6))
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


@dataclass(frozen=True, slots=True)
class Wheel:
    """The year of a place."""

    year: int
    place: Municipality | None
    spokes: tuple[Spoke, ...]

    @property
    def published(self) -> int:
        """How many months have their published duet."""
        return sum(spoke.kind == "published" for spoke in self.spokes)


def wheel(year: int, place: Municipality | None, projects: Iterable[DuetProject], today: date) -> Wheel:
    """The wheel of a place; ``projects`` are those of the place and the year that are under way."""
    by_month: dict[date, list[DuetProject]] = {}
    for project in projects:
        by_month.setdefault(project.month, []).append(project)
    spokes = [
        _spoke(number, month, by_month.get(month, []), place, today)
        for number, month in enumerate(months_of_year(year))
    ]
    return Wheel(year, place, tuple(spokes))


def _spoke(number: int, month: date, projects: list[DuetProject], place: Municipality | None, today: date) -> Spoke:
    best = max(projects, key=lambda project: (project.state == ProjectState.PUBLISHED, -project.pk), default=None)
    angle = 2 * pi * number / 12
    return Spoke(
        month=month,
        project=best,
        more=max(len(projects) - 1, 0),
        is_late=best is not None and best.is_late(today),
        is_past=month < first_of_month(today),
        url=_url(best, month, place),
        x=BOX / 2 + RADIUS * sin(angle),
        y=BOX / 2 - RADIUS * cos(angle),
    )


def _url(project: DuetProject | None, month: date, place: Municipality | None) -> str:
    if project is not None:
        return reverse("duet_desk", args=[project.pk])
    chosen: dict[str, str | int] = {"month": month.isoformat(), **({"municipality": place.pk} if place else {})}
    return f"{reverse('wagtailsnippets_mentoring_duetproject:add')}?{urlencode(chosen)}"
