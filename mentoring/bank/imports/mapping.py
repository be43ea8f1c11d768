"""Answers of the command line to the questions about columns: «ФИО педагога=full_name», «D=subjects», «Стаж=»."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.management import CommandError
from django.utils.translation import gettext as _

from mentoring.bank.imports.columns import Column, Field
from mentoring.bank.imports.headings.spellings import key
from mentoring.bank.imports.sheets import Sheet


def mapped(sheet: Sheet, answers: Iterable[str]) -> dict[int, Field | None]:
    """The answers by column, None for a column left out; raises ``CommandError`` for what names nothing."""
    found: dict[int, Field | None] = {}
    for answer in answers:
        column, equals, field = answer.rpartition("=")
        if not equals:
            raise CommandError(_("«%s»: нужен вид СТОЛБЕЦ=ПОЛЕ.") % answer)
        found[_column(sheet, column).index] = _field(field)
    return found


def _column(sheet: Sheet, named: str) -> Column:
    by_letter = [column for column in sheet.columns if column.letter == named.strip().upper()]
    by_heading = [column for column in sheet.columns if key(column.heading) == key(named)]
    found = by_heading or by_letter
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{column.letter} «{column.heading}»" for column in sheet.columns)
    if found:
        reason = _("Столбцов «%(named)s» несколько, назовите букву. Есть: %(known)s.")
    else:
        reason = _("Столбца «%(named)s» нет. Есть: %(known)s.")
    raise CommandError(reason % {"named": named, "known": known})


def _field(named: str) -> Field | None:
    if not named.strip():
        return None
    labels = {key(str(field.label)): field for field in Field} | {field.value: field for field in Field}
    found = labels.get(named.strip()) or labels.get(key(named))
    if found is None:
        known = ", ".join(field.value for field in Field)
        raise CommandError(_("Поля «%(named)s» нет. Есть: %(known)s.") % {"named": named, "known": known})
    return found
