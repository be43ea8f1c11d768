"""What python-docx leaves to XML: a head that is repeated on each sheet, columns that keep their widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def repeat_head(row: Any) -> None:
    """Let every sheet begin with this row of its table."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def set_widths(table: Any, widths: Sequence[float], whole: int) -> None:
    """Divide the line between the columns; equally where nothing was said."""
    columns = len(table.columns)
    shares = list(widths) if len(widths) == columns else [1.0] * columns
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = int(whole * share / sum(shares))
