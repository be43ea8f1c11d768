"""The pages of programmes pass axe, wide and at 360 px, and never scroll sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import serious


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
@pytest.mark.parametrize("path", ["/programmy/", "/klyuchevskoy/programmy/pervye-pyat-let/"])
def test_axe_finds_nothing_serious_in_programmes(visit: Callable[..., Page], path: str, phone: bool) -> None:
    page = visit(path, phone=phone)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
