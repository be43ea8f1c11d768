"""How the actions on personal links read in the history of the thing they lead to."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

LABELS = {
    "duet.link.issue": gettext_lazy("Выдана личная ссылка"),
    "duet.link.renew": gettext_lazy("Продлена личная ссылка"),
    "duet.link.revoke": gettext_lazy("Отозвана личная ссылка"),
}


class HolderFormatter(LogFormatter):
    """The label, and beside it whose link it was."""

    def format_message(self, log_entry: Any) -> str:
        holder = log_entry.data.get("note", "")
        return f"{self.label}: {holder}" if holder else str(self.label)


def keep_history_of_links(actions: Any) -> None:
    """Register the three actions; a room registers its own model with the log."""
    for action, label in LABELS.items():
        actions.register_action(action)(type("Formatter", (HolderFormatter,), {"label": label}))
