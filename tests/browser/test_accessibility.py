"""Every public template passes axe, wide and at 360 px, and never scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import AXE_OPTIONS

PAGES = {
    "home": "/",
    "search": "/nastavniki/?q=математека&category=highest",
    "search from nothing": "/nastavniki/",
    "nothing found": "/nastavniki/?q=математика&district=novoberezhny&places=free",
    "mentor": "mentor",
    "letter": "letter",
    "offer": "/nastavniki/stat-nastavnikom/",
    "thanks": "/nastavniki/stat-nastavnikom/spasibo/",
    "site search": "/poisk/?q=наставник",
    "site search from nothing": "/poisk/",
    "sign in": "/vhod/",
    "text": "/dostupnost/",
    "not found": "/net-takoy/",
}
#: Looked at in every run; the others in CI.
OFTEN = {"home", "search", "mentor"}
NAMES = [pytest.param(name, marks=() if name in OFTEN else pytest.mark.slow) for name in PAGES]


def address(page: Page, name: str) -> str:
    """The address of a page; a mentor's is found as a visitor would find it."""
    if name not in {"mentor", "letter"}:
        return PAGES[name]
    page.goto("/nastavniki/?q=математика&sort=name")
    links = page.locator("#results .card h3 a")
    if name == "mentor":
        return str(links.first.get_attribute("href"))
    for place in range(links.count()):
        page.goto(str(links.nth(place).get_attribute("href")))
        letter = page.get_by_role("link", name="Написать наставнику")
        if letter.count():
            return str(letter.get_attribute("href"))
        page.go_back()
    pytest.fail("no mentor of the first page takes letters")


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical, with the place."""
    violations = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [
        f"{found['id']}: {found['nodes'][0]['html'][:160]}"
        for found in violations
        if found["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in OFTEN else pytest.mark.slow) for name in PAGES]
)
def test_axe_finds_nothing_serious(visit: Callable[..., Page], name: str, phone: bool) -> None:
    page = visit("/", phone=phone)
    page.goto(address(page, name))

    assert serious(page) == []
    width = page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["dark", "hc-dark", "hc-light"])
@pytest.mark.parametrize("name", ["home", "search", "mentor"])
def test_every_scheme_keeps_its_contrast(visit: Callable[..., Page], name: str, scheme: str) -> None:
    page = visit("/")
    page.context.add_cookies([{"name": "appearance", "value": f"{scheme}.1.on", "url": page.url}])
    page.goto(address(page, name))

    assert serious(page) == []


@pytest.mark.parametrize("name", ["home", "search", "mentor", "offer"])
def test_large_letters_on_a_phone_do_not_scroll_sideways(visit: Callable[..., Page], name: str) -> None:
    page = visit("/", phone=True)
    page.goto(address(page, name))
    page.evaluate("document.documentElement.dataset.size = 3")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
