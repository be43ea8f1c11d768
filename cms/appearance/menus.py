"""Menus of the admin: what is shown to somebody is asked once a request.

Wagtail asks twice for each level: whether a submenu has anything, and then what it has.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.menu import Menu

_stock = Menu.menu_items_for_request


def register() -> None:
    """Let all menus remember it; called once at start-up."""
    Menu.menu_items_for_request = _items


def _items(menu: Menu, request: Any) -> list[Any]:
    known: dict[int, list[Any]] = request.__dict__.setdefault("_duet_menus", {})
    if id(menu) not in known:
        known[id(menu)] = _stock(menu, request)
    return list(known[id(menu)])
