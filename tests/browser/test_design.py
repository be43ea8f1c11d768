"""The page of components in a real browser: no accessibility findings, no sideways scroll, a view that is kept."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import AXE_OPTIONS

PAGES = ("/design/", "/no/such/page/")
VIEWS = {"light.1.on": False, "dark.1.on": True, "hc-light.2.off": True, "hc-dark.3.on": False}  # cookie: on a phone?
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def _seen(page: Page, path: str, view: str) -> Page:
    """Open a page with the cookie of this view."""
    page.context.add_cookies([{"name": "appearance", "value": view, "url": page.url}])
    page.goto(path)
    return page


@pytest.mark.slow
@pytest.mark.parametrize(("view", "phone"), VIEWS.items(), ids=VIEWS)
def test_no_accessibility_findings(visit: Callable[..., Page], view: str, phone: bool) -> None:
    page = _seen(visit("/design/", phone=phone), "/design/", view)
    findings = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    assert [(f["id"], f["nodes"][0]["target"], f["nodes"][0]["failureSummary"]) for f in findings] == []


@pytest.mark.parametrize("path", PAGES)
def test_largest_text_on_a_phone_does_not_scroll_sideways(visit: Callable[..., Page], path: str) -> None:
    assert _seen(visit("/design/", phone=True), path, "hc-light.3.on").evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_view_is_chosen_in_place_and_kept(visit: Callable[..., Page], scripts: bool) -> None:
    page = visit("/design/", scripts=scripts)
    page.get_by_text("Версия для слабовидящих").click()
    page.get_by_role("button", name="Белым по чёрному").click()
    page.locator('html[data-scheme="hc-dark"]').wait_for()
    page.get_by_role("button", name="Крупно, 150 %").click()
    page.locator('html[data-size="3"]').wait_for()
    page.wait_for_load_state("networkidle")
    page.goto("/no/such/page/")
    assert page.locator("html").get_attribute("data-scheme") == "hc-dark"
    assert page.locator("html").get_attribute("data-size") == "3"
    page.get_by_role("button", name="Обычная версия").click()
    page.locator('html[data-scheme="auto"][data-size="1"]').wait_for()


def test_long_facet_is_searched_inside(visit: Callable[..., Page]) -> None:
    page = visit("/design/")
    field = page.get_by_role("searchbox", name="Название района")
    field.fill("берез")  # without «ё», and behind the fold
    assert page.locator("[data-facet=district] .option:visible").all_inner_texts() == ["Берёзовский\n6"]
    field.fill("щщ")
    assert page.locator("[data-facet=district]").get_by_text("Такого значения нет").is_visible()
    field.press("Enter")
    assert page.url.endswith("/design/")


def test_conditions_are_a_sheet_on_a_phone_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit("/design/", phone=True, scripts=False)
    assert not page.locator("#filters").is_visible()
    page.get_by_role("link", name="Условия (3)").click()
    assert page.locator("#filters").is_visible()
    assert not page.locator("#results").is_visible()
    page.get_by_role("link", name="Закрыть").click()
    assert page.locator("#results").is_visible()


def test_menu_unfolds_on_a_phone_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit("/no/such/page/", phone=True, scripts=False)
    link = page.get_by_role("navigation", name="Меню").get_by_role("link", name="Наставники")
    assert not link.is_visible()
    page.locator("summary", has_text="Меню").click()
    assert link.is_visible()


def test_keyboard_reaches_the_content_first(visit: Callable[..., Page]) -> None:
    page = visit("/design/")
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges(); document.body.focus()")
    page.goto("/no/such/page/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "К содержанию"
