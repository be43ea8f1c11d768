"""How what is done to copies, and to practices in use, reads in the history."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from bestpractices.republication.enums import CopyMode

LABELS = {
    "duet.republication.take": gettext_lazy("Материал взят из другого раздела"),
    "duet.republication.accept": gettext_lazy("Принята новая версия источника"),
    "duet.republication.decline": gettext_lazy("Новая версия источника не принята"),
    "duet.adoption.take": gettext_lazy("Школа взяла практику"),
    "duet.adoption.move": gettext_lazy("Школа рассказала, как применяет практику"),
}


def register_log_actions(actions: Any) -> None:
    """Give the actions of the room their words."""
    for action, label in LABELS.items():
        actions.register_action(action)(type("Formatter", (LogFormatter,), {"label": label, "message": label}))
    actions.register_action("duet.republication.mode")(ModeFormatter)


class ModeFormatter(LogFormatter):
    """«Новые версии источника: сначала показывать мне»."""

    label = gettext_lazy("Новые версии источника")

    def format_message(self, log_entry: Any) -> str:
        mode = CopyMode(log_entry.data.get("mode", CopyMode.HOLD)).label
        return _("Новые версии источника: %(mode)s") % {"mode": mode}
