"""Public pages keep letters large, numbers in place and results near, in large text on a phone too."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from tests.browser.crawling import screens

#: The sum of unexpected shifts, as browsers count it.
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""
#: Not to be felt by a reader.
MOST_SHIFTED = 0.005
BEST_PRACTICE = {"runOnly": {"type": "rule", "values": ["region", "heading-order"]}}


#: Reads a page from top to bottom, so that what loads late is seen to come.
READ = """(async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 500) {
    scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 60));
  }
})()"""


def _late(route: Route) -> None:
    """A font or a picture that comes when the page has long been drawn."""
    time.sleep(0.3)
    route.continue_()


def _shift_of_first_visit(open_page: Callable[..., Page], path: str, *, phone: bool) -> float:
    """How far a page moves in a browser that keeps nothing of the site, on a slow line."""
    page = open_page("about:blank", phone=phone)
    page.add_init_script(SHIFTS)
    page.route(re.compile(r"\.woff2|/media/"), _late)
    page.goto(path)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(200)
    page.evaluate(READ)
    shift = float(page.evaluate("window.shifted"))
    page.context.close()
    return shift


@pytest.mark.parametrize("path", ["/kontakty/oshibka/?stranica=/", "/rodnikovsky/programmy/vospitatel-kotoryy-ryadom/"])
def test_nothing_moves_when_fonts_and_pictures_come_late(visit: Callable[..., Page], path: str) -> None:
    assert _shift_of_first_visit(visit, path, phone=True) <= MOST_SHIFTED


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_moves_on_any_kind_of_page(visit: Callable[..., Page], site: str) -> None:
    start = ("/", "/nastavniki/?q=математика&category=highest", "/nastavniki/?q=ъъъъ", "/net-takoy/")
    shifted = {
        (path, "360 px" if phone else "1280 px"): shift
        for path in list(screens(visit("/"), site, start, "/", 60))
        for phone in (True, False)
        if (shift := _shift_of_first_visit(visit, path, phone=phone)) > MOST_SHIFTED
    }

    assert shifted == {}


def test_pages_are_drawn_in_our_fonts_once_they_are_there(visit: Callable[..., Page]) -> None:
    page = visit("/kontakty/")
    page.evaluate("document.fonts.ready")
    page.goto("/nastavniki/stat-nastavnikom/")
    page.evaluate("document.fonts.ready")

    assert _fonts(page, "h1") == {"Literata"}
    assert _fonts(page, "main p") == {"Golos Text"}


def _fonts(page: Page, selector: str) -> set[str]:
    """The fonts that the browser really draws the letters of an element with."""
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    node = tools.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    return {font["familyName"] for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
def test_the_map_is_drawn_in_letters_of_15_pixels(visit: Callable[..., Page], phone: bool) -> None:
    page = visit("/", phone=phone)

    sizes = page.locator(".map text:visible").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
    )

    assert len(sizes) >= 33
    assert min(sizes) >= 15
    outside = page.locator(".map a").evaluate_all(
        """all => all.map((a) => ['.map-figure', 'polygon'].map((part) => a.querySelector(part).getBBox().width))
        .filter(([figure, tile]) => figure > tile)"""
    )
    assert outside == []


def test_keyboard_reaches_the_first_result_soon(visit: Callable[..., Page]) -> None:
    page = visit("/nastavniki/?q=математика&category=highest")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "К результатам"
    page.keyboard.press("Enter")

    presses = 0
    while not page.evaluate("document.activeElement.matches('#results .card h3 a')"):
        page.keyboard.press("Tab")
        presses += 1
        assert presses <= 8, "the first result is far away"


def test_stacked_numbers_stand_under_their_labels(visit: Callable[..., Page]) -> None:
    page = visit("/klyuchevskoy/praktiki/praktika-1/", phone=True)
    numbers = page.locator("table.stack td.num")

    assert numbers.count() > 0
    styles = numbers.evaluate_all(
        "all => all.map((one) => getComputedStyle(one)).map((s) => [s.textAlign, s.whiteSpace])"
    )
    assert {tuple(style) for style in styles} == {("left", "normal")}


def test_icons_keep_their_width_in_a_cell_that_does_not_wrap(visit: Callable[..., Page]) -> None:
    page = visit("/design/")
    page.evaluate("""() => {
      const icon = document.querySelector('svg.icon').outerHTML;
      const table = '<table class="table"><tr><td class="num probe"></td><td></td></tr></table>';
      document.querySelector('main .wrap').insertAdjacentHTML('beforeend', table);
      document.querySelector('.probe').innerHTML = icon + ' 12';
    }""")

    assert page.locator(".probe svg").evaluate("one => one.getBoundingClientRect().width") >= 19


def test_search_field_shows_words_in_large_letters_on_a_phone(visit: Callable[..., Page]) -> None:
    page = visit("/nastavniki/", phone=True)
    page.evaluate("document.documentElement.dataset.size = 3")

    field = page.locator("#search-text")
    letters = field.evaluate("one => (one.clientWidth - 24) / (parseFloat(getComputedStyle(one).fontSize) * 0.55)")
    assert letters >= 12, "«математика» does not fit"


@pytest.mark.parametrize(
    "path", ["/", "/nastavniki/?q=математика", "/klyuchevskoy/", "/klyuchevskoy/praktiki/praktika-1/"]
)
def test_every_word_stands_in_a_region_and_headings_descend(visit: Callable[..., Page], path: str) -> None:
    found = Axe().run(visit(path), options=BEST_PRACTICE).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
