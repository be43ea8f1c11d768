"""From an uploaded file to a table: the one door that wizard and command share."""

from __future__ import annotations

from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _

from cms.wording import counted
from mentoring.bank.imports.files.delimited import read_delimited
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.limits import MIB, Limits, current_limits
from mentoring.bank.imports.files.signatures import FileKind, kind_of, refusal
from mentoring.bank.imports.files.tables import Table, collect
from mentoring.bank.imports.files.workbooks import read_workbook


def read_table(file: BinaryIO, name: str, limits: Limits | None = None) -> Table:
    """Read a CSV or XLSX file whatever its extension says; raises ``FileRefused`` with a reason in Russian."""
    limits = limits or current_limits()
    name = PurePath(name.replace("\\", "/")).name
    content = file.read(limits.file_size + 1)
    if len(content) > limits.file_size:
        raise FileRefused(
            name,
            _("файл больше %(limit)s. Оставьте в нём только таблицу наставников или разделите его.")
            % {"limit": counted(limits.file_size // MIB, "мегабайта", "мегабайт", "мегабайт")},
        )
    kind = kind_of(content)
    reason = refusal(kind)
    if reason:
        raise FileRefused(name, reason)
    read = read_workbook if kind is FileKind.ZIP else read_delimited
    notes: list[str] = []
    rows = collect(name, read(name, content, limits, notes), limits)
    if not rows:
        raise FileRefused(name, _("файл пустой. Проверьте, тот ли файл выбран."))
    return Table(name, rows, tuple(notes))
