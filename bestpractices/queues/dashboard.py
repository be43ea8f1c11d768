"""What of the queues stands on the first page of the admin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from bestpractices.queues.gathering import Queue, returned_rows, scoring_rows, waiting_rows
from bestpractices.queues.views import works_with_practices

#: Rows on the first page; the queue shows all.
SHOWN = 5


class PracticesPanel(Component):
    """The most urgent practices that wait for the user."""

    name = "practices"
    order = 60
    template_name = "bestpractices/admin/dashboard.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = (parent_context or {})["request"].user
        if not works_with_practices(user):
            return {"is_shown": False}
        waiting, scoring, returned = waiting_rows(user), scoring_rows(user), returned_rows(user)
        titles = (
            (_("Практики вернули вам с замечаниями"), returned),
            (_("Практики ждут вас"), waiting),
            (_("Практики ждут вашей оценки"), scoring),
        )
        return {
            "is_shown": bool(waiting or scoring or returned),
            "queues": [Queue(title, rows[:SHOWN], "") for title, rows in titles if rows],
        }


def show_what_waits(request: Any, panels: list[Any]) -> None:
    """Put the panel on the admin's first page."""
    panels.append(PracticesPanel())
