"""How what is done with practices reads in Wagtail's history."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from bestpractices.review.enums import Move

LABELS = {
    **{f"duet.practice.{move.value}": move.label for move in Move},
    "duet.practice.resolve": _("Замечание исправлено"),
    "duet.practice.score": _("Эксперт поставил оценку"),
    "duet.practice.decline": _("Эксперт отказался"),
    "duet.practice.replace": _("Эксперт заменён"),
}


class ReasonFormatter(LogFormatter):
    """The label, and the reason beside it."""

    def format_comment(self, log_entry: Any) -> str:
        return str(log_entry.data.get("note", ""))


def keep_history(actions: Any) -> None:
    """Register the moves."""
    for action, label in LABELS.items():
        actions.register_action(action)(type("Formatter", (ReasonFormatter,), {"label": label, "message": label}))
