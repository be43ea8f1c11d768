"""How what happens to pages reads in their history."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter


class NotReadyFormatter(LogFormatter):
    """A planned publication that was taken back, with what was missing."""

    label = _("Публикация по расписанию не состоялась")

    def format_message(self, log_entry: Any) -> str:
        return f"{self.label}. {log_entry.data.get('gaps', '')}"


def tell_of_pages(actions: Any) -> None:
    """Register what the ground floor itself writes down."""
    actions.register_action("duet.page.not_ready")(NotReadyFormatter)
