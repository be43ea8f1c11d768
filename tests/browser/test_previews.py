"""The preview beside every form shows the page as readers will see it: in the panel, in a tab, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.editing import number_of

Visit = Callable[..., Page]

#: Public addresses of pages of each kind, and who edits them.
PAGES = {
    "/": "centre",
    "/akty/": "centre",
    "/akty/akt-r-145/": "centre",
    "/duety/": "centre",
    "/klyuchevskoy/duety/2026-11-mathematics/": "editor",
    "/klyuchevskoy/programmy/pervye-pyat-let/": "coordinator",
    "/praktiki/": "centre",
    "/praktiki/praktika-2/": "centre",
    "/programmy/": "centre",
    "/slovar/": "centre",
}


def previewed(page: Page) -> FrameLocator:
    """The preview's frame, with the panel open and the content there."""
    toggle = page.locator("[data-side-panel-toggle='preview']").first
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    return page.frame_locator(".w-preview iframe").first


def check_tab(page: Page, heading: str) -> None:
    """The same page in a tab of its own."""
    with page.expect_popup() as opened:
        page.locator("[data-w-preview-target='newTab']").click()
    expect(opened.value.locator("h1")).to_have_text(heading)
    expect(opened.value.locator("link[rel=stylesheet]").first).to_be_attached()


@pytest.mark.slow
@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
def test_a_mentor_is_previewed(sign_in: Visit, phone: bool) -> None:
    page = sign_in("coordinator", "/admin/snippets/mentoring/mentor/", phone=phone)
    page.goto(str(page.locator("main table a[href*='/mentor/edit/']").first.get_attribute("href")))
    heading = previewed(page).locator("h1")
    expect(heading).to_contain_text(page.locator("#id_last_name").input_value())
    check_tab(page, heading.inner_text().strip())


@pytest.mark.slow
@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
def test_a_practice_is_previewed_while_its_author_writes(sign_in: Visit, phone: bool) -> None:
    page = sign_in("methodist", "/admin/praktiki/", phone=phone)
    page.get_by_role("link", name="Написать практику").click()
    page.locator("#id_title").fill("Практика, которую ещё пишут")
    expect(previewed(page).locator("h1")).to_have_text("Практика, которую ещё пишут")


@pytest.mark.slow
def test_every_kind_of_page_is_previewed(sign_in: Visit) -> None:
    for role in sorted(set(PAGES.values())):
        page = sign_in(role)
        for address in [address for address, who in PAGES.items() if who == role]:
            page.goto(f"/admin/pages/{number_of(page, address)}/edit/")
            expect(previewed(page).locator("h1")).to_have_count(1)
            expect(previewed(page).locator("header.site-header, header").first).to_be_visible()
            expect(previewed(page).locator("body")).not_to_contain_text("Что-то сломалось")
