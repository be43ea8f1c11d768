"""A curator builds a year book in a real browser; its pages pass axe on both widths."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import serious

PUBLISHED = "/sbornik/klyuchevskoy-rogozinskaya-shkola/"


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
def test_axe_finds_nothing_serious_in_a_year_book(visit: Callable[..., Page], phone: bool) -> None:
    page = visit("/klyuchevskoy/rogozinskaya-shkola/", phone=phone)
    page.get_by_role("link", name="Итоговый сборник").click()
    page.wait_for_url(f"**{PUBLISHED}**")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


@pytest.mark.slow
@pytest.mark.journey(9)
def test_a_curator_writes_sees_what_comes_of_it_and_sends(sign_in: Callable[..., Page]) -> None:
    page = sign_in("coordinator", "/admin/snippets/bestpractices/yearbook/")
    page.get_by_role("link", name="Итоговый сборник").first.click()
    page.get_by_label("Что не получилось").fill("Две встречи сорвались: болели оба.")
    preview = page.frame_locator("iframe.book-frame")
    expect(preview.get_by_text("Две встречи сорвались")).to_be_visible()
    page.get_by_role("button", name="Сохранить и перейти к отправке").click()
    expect(page.get_by_role("heading", name="Не готовы к проверке")).to_be_visible()
    page.get_by_label("Отправить без этих практик").check()
    page.get_by_role("button", name="Отправить в региональный центр").click()
    expect(page.get_by_text("Сборник отправлен.")).to_be_visible()

    centre = sign_in("centre", page.url)
    centre.get_by_role("link", name="Принять", exact=True).click()
    centre.get_by_role("button", name="Принять").click()
    expect(centre.get_by_text("Сборник принят.")).to_be_visible()
