"""The value of a block, in two forms: as a person reads it, and as the form of the admin would send it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.forms import CheckboxInput
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.rich_text import get_text_for_indexing


def words_of(block: Any, value: Any) -> str:
    """What stands in a block and in those inside it, a line each; a kind of block goes before its words."""
    return "\n".join(filter(None, (line.strip() for line in _lines(block, value))))


def sent_by(block: Any, value: Any, prefix: str) -> dict[str, Any]:
    """The fields by which a form would send this value; ``value_from_datadict`` of the block reads them."""
    if isinstance(block, blocks.BaseStreamBlock):
        return _counted([(child.block, child) for child in value], prefix, kinds=True)
    if isinstance(block, blocks.ListBlock):
        return _counted([(block.child_block, child) for child in value.bound_blocks], prefix, kinds=False)
    if isinstance(block, blocks.BaseStructBlock):
        inside = (sent_by(child, value.get(name), f"{prefix}-{name}") for name, child in block.child_blocks.items())
        return {name: words for fields in inside for name, words in fields.items()}
    if isinstance(block, BaseTypedTableBlock):
        return _table(value, prefix)
    return _field(block, value, prefix) if isinstance(block, blocks.FieldBlock) else {}


def _lines(block: Any, value: Any) -> Iterator[str]:
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            yield f"{str(child.block.label).capitalize()}:"
            yield from _lines(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from _lines(block.child_block, item)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _lines(child, value.get(name))
    elif isinstance(block, BaseTypedTableBlock):
        yield " | ".join(str(column["heading"]) for column in value.columns) if value else ""
        for row in value.rows if value else ():
            yield " | ".join(words_of(cell.block, cell.value) for cell in row)
    elif isinstance(block, blocks.RichTextBlock):
        yield get_text_for_indexing(value.source) if value else ""
    elif isinstance(block, blocks.BooleanBlock):
        yield str(block.label) if value else ""
    elif isinstance(block, blocks.FieldBlock):
        yield "" if value is None else str(value)


def _counted(children: list[tuple[Any, Any]], prefix: str, *, kinds: bool) -> dict[str, Any]:
    sent: dict[str, Any] = {f"{prefix}-count": str(len(children))}
    for number, (block, child) in enumerate(children):
        place = f"{prefix}-{number}"
        sent |= {f"{place}-deleted": "", f"{place}-order": str(number), f"{place}-id": child.id or ""}
        sent |= {f"{place}-type": block.name} if kinds else {}
        sent |= sent_by(block, child.value, f"{place}-value")
    return sent


def _table(table: Any, prefix: str) -> dict[str, Any]:
    columns, rows = (table.columns, table.row_data) if table else ([], [])
    sent: dict[str, Any] = {
        f"{prefix}-caption": table.caption or "" if table else "",
        f"{prefix}-column-count": str(len(columns)),
        f"{prefix}-row-count": str(len(rows)),
    }
    for number, column in enumerate(columns):
        place = f"{prefix}-column-{number}"
        sent |= {f"{place}-type": column["block"].name, f"{place}-heading": column["heading"]}
        sent |= {f"{place}-order": str(number), f"{place}-deleted": ""}
    for number, row in enumerate(rows):
        sent |= {f"{prefix}-row-{number}-order": str(number), f"{prefix}-row-{number}-deleted": ""}
        for at, (column, value) in enumerate(zip(columns, row["values"], strict=True)):
            sent |= sent_by(column["block"], value, f"{prefix}-cell-{number}-{at}")
    return sent


def _field(block: Any, value: Any, prefix: str) -> dict[str, Any]:
    widget = block.field.widget
    if isinstance(widget, CheckboxInput):
        return {prefix: "on"} if value else {}
    shown = widget.format_value(block.field.prepare_value(block.value_for_form(value)))
    return {prefix: "" if shown is None else shown}
