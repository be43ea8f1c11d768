"""Marks that stand for the cell above: «-//-», «"», «то же», «там же»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.values.words import clean

_MARKS = re.compile(
    r"[\s\-–—_.]*(?:/{1,2}|\\{2}|[\"“”„«»″〃]|'{2}|’’|``|,,)+[\s\-–—_./\\\"“”„«»″〃',’]*|"
    r"\(?(?:то\s*-?\s*же(?: самое)?|та же|тот же|те же|там\s*-?\s*же|тоже|так же|аналогично|см\.?\s*выше|"
    r"идентично|выше|как выше|повтор|idem|ditto)\)?\.?",
    re.IGNORECASE,
)


def is_ditto(text: str) -> bool:
    """Whether the whole cell is a mark of repetition; a dash alone says «nothing» and is none."""
    return bool(_MARKS.fullmatch(clean(text)))


def resolved(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with marks replaced by what stands above them; every replacement is remarked on."""
    above: dict[int, str] = {}
    for row in rows:
        marked = [column for column, text in enumerate(row.cells) if text and is_ditto(text)]
        if marked:
            cells = list(row.cells)
            remarks = []
            for column in marked:
                cells[column] = above.get(column, "")
                remarks.append(_remark(row.cells[column], cells[column]))
            row = replace(row, cells=tuple(cells), remarks=(*row.remarks, *remarks))
        above.update({column: text for column, text in enumerate(row.cells) if text.strip()})
        yield row


def _remark(mark: str, value: str) -> str:
    values = {"mark": clean(mark), "value": clean(value)[:80]}
    if not value:
        return _("«%(mark)s»: выше ничего нет, ячейка считается пустой") % values
    return _("«%(mark)s» прочитано как «%(value)s»") % values
