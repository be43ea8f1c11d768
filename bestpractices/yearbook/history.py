"""How what is done with year books reads in their history."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from bestpractices.yearbook.models import YearBook
from cms.accounts.log_entries import TerritoryLogEntry

LABELS = {
    "duet.yearbook.save": _("Сборник сохранён"),
    "duet.yearbook.send": _("Отправлен в региональный центр"),
    "duet.yearbook.accept": _("Принят региональным центром"),
    "duet.yearbook.return": _("Возвращён с замечанием"),
    "duet.yearbook.withdraw": _("Отозван школой"),
    "duet.yearbook.publish": _("Размещён на странице школы"),
    "duet.yearbook.unpublish": _("Снят со страницы школы"),
}


class BookFormatter(LogFormatter):
    """The label; beside it the note, the sum of what was sent, and the practices that stayed at the school."""

    def format_comment(self, log_entry: Any) -> str:
        data = log_entry.data
        words = [str(data.get("note") or "")]
        if data.get("checksum"):
            words.append(_g("Контрольная сумма %(sum)s.") % {"sum": data["checksum"]})
        if data.get("left_out"):
            words.append(_g("Без практик: %(list)s") % {"list": "; ".join(data["left_out"])})
        return " ".join(filter(None, words))


def keep_history(actions: Any) -> None:
    """Register the verbs, and the log that ends at the municipality's border."""
    actions.register_model(YearBook, TerritoryLogEntry)
    for action, label in LABELS.items():
        actions.register_action(action)(type("Formatter", (BookFormatter,), {"label": label, "message": label}))
