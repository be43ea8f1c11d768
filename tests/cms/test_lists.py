"""Cells of the admin's lists are what their templates say, and menus are asked once."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context
from django.utils.safestring import mark_safe
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column

from cms.lists.cells import _stock


@pytest.mark.parametrize("column", [Column("it"), Column("it", classname="wide"), BooleanColumn("it")])
@pytest.mark.parametrize(
    "value",
    ["<b>слово</b> & «ещё»", mark_safe("<b>слово</b>"), 12000, 1.5, None, True, False, "", datetime.date(2026, 11, 29)],
)
def test_a_cell_is_what_its_template_says(column: Any, value: object) -> None:
    thing, context = SimpleNamespace(it=value), Context({"row": None, "table": None})
    ours, stock = column.render_cell_html(thing, context), _stock(column, thing, context)
    assert "".join(ours.split()) == "".join(stock.split())


def test_what_a_menu_shows_is_asked_once_a_request() -> None:
    asked = []

    class Item(MenuItem):
        def is_shown(self, request: Any) -> bool:
            asked.append(request)
            return True

    inner = SubmenuMenuItem("Внутри", Menu(items=[Item("Лист", "/")]))
    menu = Menu(items=[SubmenuMenuItem("Снаружи", Menu(items=[inner]))])
    for request in (SimpleNamespace(), SimpleNamespace()):
        assert menu.render_component(request)
    assert len(asked) == 2
