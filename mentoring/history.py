"""How the rooms' actions read in the history, and where their log is kept."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from cms.accounts.log_entries import TerritoryLogEntry
from mentoring.bank.enums import SelectionState
from mentoring.bank.models import Mentor, TrainingRecord
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets import history as duets
from mentoring.duets.models import DuetProject
from mentoring.pairs.models import Pair

#: Action → its label; the note of the action follows it where there is one.
LABELS = {
    "duet.mentor.confirm": gettext_lazy("Запись подтверждена"),
    "duet.mentor.suspend": gettext_lazy("Работа приостановлена"),
    "duet.pair.open": gettext_lazy("Пара начала работу"),
    "duet.pair.pause": gettext_lazy("Пара приостановлена"),
    "duet.pair.resume": gettext_lazy("Пара возобновила работу"),
    "duet.pair.prepare": gettext_lazy("Пара возвращена в подготовку"),
    "duet.pair.reopen": gettext_lazy("Пара возвращена в работу"),
    "duet.pair.complete": gettext_lazy("Пара завершена"),
    "duet.pair.end": gettext_lazy("Пара прекращена досрочно"),
    "duet.consent.record": gettext_lazy("Записано согласие"),
    "duet.consent.withdraw": gettext_lazy("Отозвано согласие"),
    "duet.name.link": gettext_lazy("Имя в тексте: это человек из банка"),
    "duet.name.leave": gettext_lazy("Имя в тексте: это другой человек"),
}


def keep_history(actions: Any) -> None:
    """Register the rooms' actions and the log that ends at the municipality's border."""
    for model in (Mentor, Pair, MentorConsent, MenteeConsent, TrainingRecord, DuetProject):
        actions.register_model(model, TerritoryLogEntry)
    for action, label in {**LABELS, **duets.LABELS}.items():
        actions.register_action(action)(_formatter(label))
    actions.register_action("duet.mentor.move")(MoveFormatter)


class MoveFormatter(LogFormatter):
    """«Ход отбора: в банке → предложен по критериям»."""

    label = gettext_lazy("Ход отбора")

    def format_message(self, log_entry: TerritoryLogEntry) -> str:
        steps = [SelectionState(log_entry.data[key]).label for key in ("from", "to")]
        return _("Ход отбора: %(from)s → %(to)s") % {"from": steps[0], "to": steps[1]}

    def format_comment(self, log_entry: TerritoryLogEntry) -> str:
        return str(log_entry.data.get("note", ""))


class NoteFormatter(LogFormatter):
    """The label, and beside it the note or the consent."""

    def format_message(self, log_entry: TerritoryLogEntry) -> str:
        consent = log_entry.data.get("consent")
        return f"{self.label}: {consent}" if consent else str(self.label)

    def format_comment(self, log_entry: TerritoryLogEntry) -> str:
        return str(log_entry.data.get("note", ""))


def _formatter(label: Any) -> type[LogFormatter]:
    return type("Formatter", (NoteFormatter,), {"label": label})
