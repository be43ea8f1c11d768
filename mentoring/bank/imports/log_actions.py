"""The words of the history for what an import does to an entry."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from mentoring.bank.imports.writing import CREATED, PUT_BACK, UPDATED


class _FromFile(LogFormatter):
    """Names the file and the row, and what the row changed."""

    def format_message(self, log_entry: Any) -> str:
        """A sentence for the history."""
        data = {"file": log_entry.data.get("file", ""), "row": log_entry.data.get("row", "")}
        changes = "; ".join(log_entry.data.get("changes", ()))
        words = self.words % data
        return f"{words}: {changes}" if changes else words

    @property
    def words(self) -> str:
        """What happened, with blanks for file and row."""
        raise NotImplementedError


class CreatedFromFile(_FromFile):
    """An entry that an import created."""

    label = gettext_lazy("Создано из файла")

    @property
    def words(self) -> str:
        return _("Создано из файла «%(file)s», строка %(row)s")


class UpdatedFromFile(_FromFile):
    """An entry that an import changed."""

    label = gettext_lazy("Обновлено из файла")

    @property
    def words(self) -> str:
        return _("Обновлено из файла «%(file)s», строка %(row)s")


class PutBack(_FromFile):
    """An entry that stands again as it stood before an import."""

    label = gettext_lazy("Загрузка из файла отменена")

    @property
    def words(self) -> str:
        return _("Отменена загрузка файла «%(file)s», строка %(row)s: запись снова как до неё")


_STEPS = (
    ("duet.import.layout", gettext_lazy("Прочитать файл заново"), gettext_lazy("Файл прочитан заново")),
    ("duet.import.columns", gettext_lazy("Указать столбцы"), gettext_lazy("Столбцы указаны")),
    ("duet.import.decide", gettext_lazy("Решить о строках"), gettext_lazy("Решено о строках")),
    ("duet.import.run", gettext_lazy("Загрузить в банк"), gettext_lazy("Файл загружен в банк")),
    ("duet.import.cancel", gettext_lazy("Отменить загрузку"), gettext_lazy("Загрузка остановлена")),
    ("duet.import.undo", gettext_lazy("Отменить загруженное"), gettext_lazy("Загруженное убрано из банка")),
)


def register_import_log_actions(actions: Any) -> None:
    """For the hook ``register_log_actions``."""
    for action, label, said in _STEPS:
        actions.register_action(action, label, said)
    actions.register_action(CREATED)(CreatedFromFile)
    actions.register_action(UPDATED)(UpdatedFromFile)
    actions.register_action(PUT_BACK)(PutBack)
