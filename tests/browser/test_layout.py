"""Public pages keep letters large, numbers in place and results near, in large text on a phone too."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

#: The sum of unexpected shifts, as browsers count it.
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""
BEST_PRACTICE = {"runOnly": {"type": "rule", "values": ["region", "heading-order"]}}


def _late(route: Route) -> None:
    """A font that comes when the page has long been drawn."""
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("path", ["/nastavniki/stat-nastavnikom/", "/klyuchevskoy/praktiki/praktika-1/"])
def test_nothing_moves_when_the_fonts_come(visit: Callable[..., Page], path: str) -> None:
    page = visit("about:blank", phone=True)
    page.add_init_script(SHIFTS)
    page.route("**/*.woff2", _late)
    page.goto(path)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(200)

    assert page.evaluate("document.fonts.check('16px Golos')")
    assert page.evaluate("window.shifted") <= 0.02


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
