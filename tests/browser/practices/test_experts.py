"""An expert by a personal link reads blind, answers on a phone without scripts, meets clear words at a shut door."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.practices import steps
from tests.browser.practices.conftest import Letter, link_in
from tests.browser.test_accessibility import serious

Visit = Callable[..., Page]
#: Waits in the demo for the neighbours' coordinator.
PLACE = "Липовецкий"


@pytest.fixture
def link(sign_in: Visit, letter: Letter) -> str:
    """The personal link of a mail to an expert, asked because a municipality has let a practice go on."""
    checker = sign_in("neighbour", "/admin/praktiki/")
    waiting = checker.locator("section").filter(has=checker.get_by_role("heading", name=re.compile("Ждёт вас")))
    row = waiting.get_by_role("row").nth(1).get_by_role("link").first
    title = row.inner_text()
    row.click()
    steps.decide(checker, "Одобрить", "на экспертизе")
    return link_in(letter("expert-", title))


@pytest.mark.slow
@pytest.mark.journey(7)
def test_an_expert_without_an_account_answers_once(visit: Visit, link: str) -> None:
    page = visit(link, phone=True)
    expect(page.locator("main")).not_to_contain_text(PLACE)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Записать оценку").click()
    expect(page.get_by_role("alert")).to_contain_text("Поставьте балл.")

    altered = visit(f"{link[:-9]}AAAAAAAA/")
    expect(altered.get_by_role("heading", level=1)).to_have_text("Ссылка больше не действует")
    assert serious(altered) == []

    reader = visit(link, scripts=False)
    steps.give_points(reader, 4)
    reader.goto(link)
    expect(reader.locator("main")).to_contain_text("оценено")
    expect(reader.get_by_role("button", name="Записать оценку")).to_have_count(0)
    expect(reader.locator("textarea")).to_have_count(0)
