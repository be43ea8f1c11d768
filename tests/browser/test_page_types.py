"""Every page type of the editorial site passes axe, wide and at 360 px, and never scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import serious

#: Where each is found: a list, and what leads from it to one page of the type (nothing: the list itself).
TYPES = {
    "municipality": ("/klyuchevskoy/", ""),
    "organisation": ("/klyuchevskoy/litsey-4/", ""),
    "news section": ("/novosti/", ""),
    "news": ("/novosti/", "main .items h3 a"),
    "glossary": ("/slovar/", ""),
    "acts": ("/akty/", ""),
    "act": ("/akty/akt-r-145/", ""),
    "programmes": ("/programmy/", ""),
    "programme": ("/klyuchevskoy/programmy/pervye-pyat-let/", ""),
    "duets": ("/duety/", ""),
    "duet": ("/klyuchevskoy/duety/2026-11-mathematics/", ""),
    "practices": ("/praktiki/", ""),
    "practice": ("/klyuchevskoy/praktiki/praktika-1/", ""),
    "copy": ("/praktiki/praktika-2/", ""),
    "differences": ("/praktiki/praktika-2/?otlichiya=1", ""),
    "withdrawn copy": ("/praktiki/praktika-34/", ""),
}


def opened(page: Page, name: str) -> Page:
    """The page of this type, as a visitor finds it."""
    path, link = TYPES[name]
    if name == "duet":
        page.goto("/duety/")
        path = str(page.locator("main a[href*='/duety/20']").first.get_attribute("href"))
    page.goto(path)
    if link:
        page.goto(str(page.locator(link).first.get_attribute("href")))
    return page


@pytest.mark.slow
@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing_serious(visit: Callable[..., Page], name: str, phone: bool) -> None:
    page = opened(visit("/", phone=phone), name)
    assert page.locator("h1").count() == 1
    assert serious(page) == []
    width = page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
def test_a_copy_shows_its_way_and_its_differences_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit("/praktiki/praktika-2/", scripts=False)
    way = page.get_by_role("complementary", name="Откуда материал")
    assert way.locator("li").count() == 3
    assert page.locator("link[rel=canonical]").get_attribute("href") != page.url
    page.get_by_role("link", name="Отличия от источника").click()
    assert page.locator("main ins, main del").count() > 0
