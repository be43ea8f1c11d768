"""How the actions on a programme read in the history of its page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from mentoring.programmes.stages.actions import stage_by_number

LABELS = {
    "duet.stage.start": _("Этап начат"),
    "duet.stage.unstart": _("Этап возвращён в ожидание"),
    "duet.stage.close": _("Этап закрыт"),
    "duet.stage.reopen": _("Этап возвращён в работу"),
    "duet.stage.attach": _("Приложены документы этапа"),
    "duet.curator.consent": _("Записано согласие куратора"),
    "duet.curator.withdraw": _("Отозвано согласие куратора"),
}


class ProgrammeFormatter(LogFormatter):
    """«Этап закрыт: 2. База наставляемых», with the note beside it."""

    def format_message(self, log_entry: Any) -> str:
        stage = stage_by_number(log_entry.data.get("stage", 0))
        return f"{self.label}: {stage.number}. {stage.title}" if stage else str(self.label)

    def format_comment(self, log_entry: Any) -> str:
        return str(log_entry.data.get("note") or log_entry.data.get("consent") or "")


def tell_of_programmes(actions: Any) -> None:
    """Register the actions of the room."""
    for action, label in LABELS.items():
        actions.register_action(action)(type("Formatter", (ProgrammeFormatter,), {"label": label}))
