"""What of the duets stands on the first page of the admin: late ones, what waits for the editor, an empty month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from cms.accounts.permissions import visible_to
from cms.accounts.territory import territory_of
from cms.territories.models import Municipality
from mentoring.duets.enums import CLOSED_STATES, ProjectState
from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month, month_words, shifted

BEFORE_THE_BANK = 45
#: Lines on the first page; the year of duets shows all.
SHOWN = 6
#: From this day of the month on the next month should have its duet.
_LOOK_AHEAD_FROM = 15
#: The editor's own turn.
_YOURS = frozenset({ProjectState.IDEA, ProjectState.EDITING, ProjectState.APPROVED})


@dataclass(frozen=True, slots=True)
class DuetLine:
    """One duet or empty month: what it is, what is the matter, where it is worked on."""

    title: str
    words: str
    url: str
    is_late: bool = False


class DuetsPanel(Component):
    """The duets that ask for the user's hand, the late ones first."""

    name = "duets"
    order = 55
    template_name = "mentoring/duets/admin/dashboard.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = (parent_context or {})["request"].user
        territory = territory_of(user, "mentoring.duetproject", ["change"])
        if not territory:
            return {"is_shown": False}
        today = timezone.localdate()
        lines = list(duet_lines(user, today))
        if not territory.everywhere:
            places = territory.restrict(Municipality.objects.active(), "pk")
            lines += [line for place in places for line in _empty_months(place, today)]
        lines.sort(key=lambda line: not line.is_late)
        return {"is_shown": bool(lines), "lines": lines[:SHOWN], "more": max(len(lines) - SHOWN, 0)}


def duet_lines(user: Any, today: date) -> Iterator[DuetLine]:
    """The late duets, and those whose next step is the editor's, by month."""
    projects = visible_to(user, DuetProject.objects.exclude(state__in={*CLOSED_STATES, ProjectState.PUBLISHED}))
    for project in projects.select_related("municipality").order_by("month", "pk"):
        late = project.is_late(today)
        if late or project.state in _YOURS:
            yield DuetLine(_title(project), _words(project, today), reverse("duet_desk", args=[project.pk]), late)


def _title(project: DuetProject) -> str:
    place = project.municipality.short_name if project.municipality else _("вся область")
    return f"{month_words(project.month).capitalize()}, {place}"


def _words(project: DuetProject, today: date) -> str:
    state = project.get_state_display()
    if project.due_on is not None and project.due_on < today:
        words = _("запаздывает: %(state)s, срок был %(day)s")
        return words % {"state": state, "day": date_format(project.due_on, "j E")}
    if project.month < first_of_month(today):
        return _("запаздывает: %(state)s, месяц прошёл") % {"state": state}
    return str(state)


def _empty_months(place: Municipality, today: date) -> Iterator[DuetLine]:
    month = first_of_month(today)
    for one in [month, shifted(month, 1)] if today.day >= _LOOK_AHEAD_FROM else [month]:
        if not DuetProject.objects.under_way().of_place(place).of_month(one).exists():
            title = f"{month_words(one).capitalize()}, {place.short_name}"
            yield DuetLine(title, _("дуэта ещё нет"), f"{reverse('duet_year')}?place={place.code}", one == month)


def show_duets_that_wait(request: Any, panels: list[Component]) -> None:
    """Put the panel on the admin's first page: on top for an editor, below the bank for those who keep the bank."""
    panel = DuetsPanel()
    if not territory_of(request.user, "mentoring.mentor", ["add"]):
        panel.order = BEFORE_THE_BANK
    panels.append(panel)
