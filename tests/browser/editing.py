"""What every journey of an editor does: begin a page where the explorer offers it, add parts, save, publish."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


def begin(page: Page, section: str, kind: str = "") -> None:
    """Open the form of a new page of the section at this public address, as the explorer offers it.

    ``kind`` is chosen where the section holds several: «Новость».
    """
    page.goto(f"/admin/pages/{number_of(page, section)}/")
    page.goto(str(page.locator("a[href*='/pages/add/'], a[href*='/add_subpage/']").first.get_attribute("href")))
    if kind:
        page.get_by_role("link", name=kind, exact=True).first.click()
    expect(page.locator("#id_title")).to_be_visible()


def number_of(page: Page, address: str) -> int:
    """The number of the page at a public address, among those that the editor may open."""
    for offset in range(0, 1000, 20):
        found = page.request.get(f"/admin/api/main/pages/?limit=20&offset={offset}").json()["items"]
        for item in found:
            if str(item["meta"]["html_url"]).endswith(address):
                return int(item["id"])
        if not found:
            break
    raise LookupError(address)


def add_part(page: Page, name: str, **fields: str) -> str:
    """Press «Добавить» of a list of parts and fill the new one in; gives its prefix."""
    number = page.locator(f"#id_{name}-TOTAL_FORMS").input_value()
    part = page.locator(f"#inline_child_{name}-{number}")
    for _try in range(20):  # the button is there before it is listened to
        page.locator(f"#id_{name}-ADD").click()
        page.wait_for_timeout(200)
        if part.count():
            break
    for field, words in fields.items():
        page.locator(f"#id_{name}-{number}-{field}").fill(words)
    return f"#id_{name}-{number}"


def press(page: Page, action: str) -> Locator:
    """Press an action of the menu at the foot («action-publish»); gives what the site says to it."""
    page.locator("footer [data-w-dropdown-target='toggle']").first.click()
    page.locator(f"button[name='{action}']:visible").first.click()
    return page.locator(".messages li").first


def path_of(address: str | None) -> str:
    """The address without its host."""
    return re.sub(r"^https?://[^/]+", "", str(address))
