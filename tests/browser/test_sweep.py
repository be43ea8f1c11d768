"""Every kind of screen at 1280 and 360 px: nothing is off it, cut, broken inside a word, too small to press or read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, WIDE
from tests.browser.crawling import screens
from tests.browser.test_layout import BEST_PRACTICE

SWEEP = (Path(__file__).parent / "sweeping.js").read_text(encoding="utf-8")
#: On the site all is ours. In the admin Wagtail's own small buttons are not, nor what it folds away.
SITE = {"root": "body", "skip": "pre, code", "smallest": 15, "targets": True}
ADMIN = {"root": "main, #main", "skip": ".w-minimap, .progress, code, .w-dialog", "smallest": 0, "targets": False}

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def faults(page: Page, options: dict[str, object]) -> list[str]:
    """What the open page shows wrongly at both widths."""
    found = []
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.wait_for_timeout(150)  # for the lists that find their place
        found += [f"{size['width']} px, {fault}" for fault in page.evaluate(SWEEP, options)]
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return found


def test_public_pages(visit: Callable[..., Page], site: str) -> None:
    page = visit("/", reduced_motion="reduce")
    start = ("/", "/nastavniki/?q=математека&category=highest", "/nastavniki/?q=ъъъъ", "/net-takoy/")
    found: dict[str, list[str]] = {}
    for path in screens(page, site, start, "/", 60):
        wrong = faults(page, SITE)
        wrong += [one["id"] for one in Axe().run(page, options=BEST_PRACTICE).response["violations"]]
        if wrong:
            found[path] = wrong

    assert found == {}


@pytest.mark.parametrize("role", ["centre", "coordinator", "editor", "methodist", "expert"])
def test_screens_of_the_admin(sign_in: Callable[..., Page], site: str, role: str) -> None:
    page = sign_in(role, reduced_motion="reduce")
    found = {
        path: wrong for path in screens(page, site, ("/admin/",), "/admin/", 140) if (wrong := faults(page, ADMIN))
    }

    assert found == {}
