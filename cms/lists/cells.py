"""Cells of the admin's lists that hold one value: their HTML without a template for each of some hundreds."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.template import Context
from django.template.base import render_value_in_context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.admin.ui.tables import BaseColumn, BooleanColumn, Column

PLAIN = Column.cell_template_name
BOOLEAN = BooleanColumn.cell_template_name

_stock = BaseColumn.render_cell_html
_PLAIN_CONTEXT = Context()


def register() -> None:
    """Let all lists write their cells so; called once at start-up."""
    BaseColumn.render_cell_html = _cell


def _cell(column: Any, instance: Any, parent_context: Any) -> SafeString:
    """The stock templates of values, word for word but for white space; any other cell from its own template."""
    template = column.cell_template_name
    if template not in {PLAIN, BOOLEAN}:
        return _stock(column, instance, parent_context)
    value = column.get_cell_context_data(instance, parent_context)["value"]
    if template == BOOLEAN:
        return _boolean(column.cell_template, column.classname, value, get_language())
    begins = format_html('<td class="{}">', column.classname) if column.classname else mark_safe("<td>")
    said = "" if value is None else render_value_in_context(value, _PLAIN_CONTEXT)
    return mark_safe(f"{begins}{said}</td>")


@lru_cache(maxsize=64)
def _boolean(template: Any, classname: str | None, value: bool | None, language: str | None) -> SafeString:
    """The words and the mark of a value; a list says the same two of them in every row."""
    html: SafeString = template.render({"column": {"classname": classname}, "value": value})
    return html
