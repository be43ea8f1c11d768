"""The first thing a coordinator sees in the admin: the state of the bank, and what waits for a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from cms.accounts.permissions import visible_to
from cms.accounts.territory import territory_of
from cms.territories.models import Municipality
from cms.wording import agree
from mentoring.bank.enums import Freshness, HiddenBy, SelectionState
from mentoring.bank.models import Mentor
from mentoring.bank.querysets import MentorQuerySet


@dataclass(frozen=True)
class Waiting:
    """One line of the panel: how many entries, what about them, and the register that lists exactly these."""

    number: int
    words: str
    url: str


class BankPanel(Component):
    """How many mentors the user's municipality has, how many visitors see, and whom to attend to."""

    name = "bank"
    order = 50
    template_name = "mentoring/admin/bank_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = (parent_context or {})["request"].user
        mentors = visible_to(user, Mentor.objects.all())
        territory = territory_of(user, "mentoring.mentor", ["view"])
        return {
            "is_shown": bool(territory),
            "places": [] if territory.everywhere else list(territory.restrict(Municipality.objects.all(), "pk")),
            "lines": _lines(mentors) if territory else [],  # type: ignore[arg-type]
            "may_add": bool(territory_of(user, "mentoring.mentor", ["add"])),
        }


def _lines(mentors: MentorQuerySet) -> list[Waiting]:
    """The whole bank first, then what is public, then what waits; a line of nobody is left out but the first two."""
    today = timezone.localdate()
    lines = [
        _line(mentors, (_("наставник в банке"), _("наставника в банке"), _("наставников в банке"))),
        _line(mentors.public(today), (_("виден на сайте"), _("видны на сайте"), _("видны на сайте")), public="yes"),
        _line(
            mentors.filter(selection_state=SelectionState.CANDIDATE),
            (_("заявка ждёт решения"), _("заявки ждут решения"), _("заявок ждут решения")),
            selection_state=SelectionState.CANDIDATE,
        ),
        _line(
            mentors.of_freshness(Freshness.YELLOW, today),
            (_("запись пора подтвердить"), _("записи пора подтвердить"), _("записей пора подтвердить")),
            freshness=Freshness.YELLOW,
        ),
        _line(
            mentors.of_freshness(Freshness.GREY, today),
            (
                _("запись ушла из поиска: её давно не подтверждали"),
                _("записи ушли из поиска: их давно не подтверждали"),
                _("записей ушли из поиска: их давно не подтверждали"),
            ),
            freshness=Freshness.GREY,
        ),
        _line(
            mentors.hidden_by(HiddenBy.PUBLICATION, today),
            (
                _("запись без согласия на публикацию"),
                _("записи без согласия на публикацию"),
                _("записей без согласия на публикацию"),
            ),
            hidden_by=HiddenBy.PUBLICATION,
        ),
    ]
    return [line for place, line in enumerate(lines) if place < 2 or line.number]


def _line(mentors: MentorQuerySet, words: tuple[str, str, str], **conditions: str) -> Waiting:
    number = mentors.count()
    query = f"?{urlencode(conditions)}" if conditions else ""
    return Waiting(number, agree(number, *words), reverse("mentor_register") + query)


def show_the_bank_first(request: Any, panels: list[Component]) -> None:
    """Put the panel on top of the admin's first page."""
    panels.append(BankPanel())
