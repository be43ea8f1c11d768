"""A teacher finds a mentor: with scripts, without them, by keyboard alone, on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def box(page: Page, facet: str, code: str):  # type: ignore[no-untyped-def]
    return page.locator(f"#{facet}-{code}")


def count_of(page: Page, facet: str, code: str) -> int:
    """The number beside a value of a facet."""
    words = page.locator(f"label:has(#{facet}-{code}) .option-count").inner_text()
    return int(re.sub(r"\D", "", words))


def total(page: Page) -> int:
    """The number that the sentence above the results says."""
    words = page.locator("#results h2").first.inner_text()
    return int(re.sub(r"\D", "", re.split(r"наставник", words)[0]))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_misspelt_word_two_districts_and_the_highest_category(visit: Visit, scripts: bool) -> None:
    page = visit("/", scripts=scripts)
    page.get_by_label("Предмет, тема или фамилия").last.fill("математека")
    page.locator("main").get_by_role("button", name="Найти").click()
    expect(page.locator("#search-words")).to_contain_text("Показаны результаты для «математика»")

    for facet, code in (("district", "klyuchevskoy"), ("district", "lipovetsky"), ("category", "highest")):
        fold = page.locator(f"[data-facet={facet}] details.more:not([open]) > summary")
        if not box(page, facet, code).is_visible() and fold.count():
            fold.click()
        promised = count_of(page, facet, code)
        before = total(page)
        box(page, facet, code).check()
        if not scripts:
            page.get_by_role("button", name=re.compile("^Показать")).click()
        expect(page).to_have_url(re.compile(code))
        expect(box(page, facet, code)).to_be_checked()
        page.wait_for_load_state()
        # The first district narrows the answer to its count, the second adds its own.
        expected = before + promised if (facet, code) == ("district", "lipovetsky") else promised
        assert total(page) == expected

    names = page.locator("#results .card h3")
    assert names.count() == min(total(page), 12)
    marked = page.locator("#results .card mark").all_inner_texts()
    assert marked
    assert all(word.lower().startswith("матем") for word in marked)
    first = names.first.inner_text()
    names.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)


def test_the_address_can_be_sent_and_the_back_button_returns(visit: Visit) -> None:
    page = visit("/nastavniki/?q=физика")
    before = total(page)
    box(page, "category", "highest").check()
    expect(page).to_have_url(re.compile("category=highest"))
    narrowed = total(page)
    assert 0 < narrowed < before
    address = page.url

    page.go_back()
    expect(box(page, "category", "highest")).not_to_be_checked()
    expect(page.locator("#results h2").first).to_contain_text(re.compile(rf"\b{before}\b"))

    other = visit(address.split("//", 1)[1].split("/", 1)[1].join(["/", ""]))
    expect(box(other, "category", "highest")).to_be_checked()
    assert total(other) == narrowed


def test_with_scripts_focus_stays_and_the_total_is_announced(visit: Visit) -> None:
    page = visit("/nastavniki/?q=биология")
    said = page.locator("[aria-live=polite]").first
    target = box(page, "category", "first")
    target.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("category=first"))
    expect(target).to_be_focused()
    expect(said).to_contain_text(str(total(page)))


def test_a_chip_takes_its_condition_back(visit: Visit) -> None:
    page = visit("/nastavniki/?q=химия&category=highest")
    page.get_by_role("link", name=re.compile("Высшая категория")).first.click()
    expect(page).not_to_have_url(re.compile("category"))
    expect(box(page, "category", "highest")).not_to_be_checked()


@pytest.mark.journey(1)
def test_keyboard_alone_from_the_first_page_to_a_mentor(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="К содержанию")).to_be_focused()
    page.keyboard.press("Enter")
    _tab_to(page, "#home-search")
    page.keyboard.type("начальная школа")
    page.keyboard.press("Enter")
    expect(page.locator("#results .card").first).to_be_visible()
    _tab_to(page, "#results .card h3 a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/nastavniki/\d+-"))


def _tab_to(page: Page, selector: str) -> None:
    for _press in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard never reached {selector}")


def test_suggestions_are_chosen_with_the_arrows(visit: Visit) -> None:
    page = visit("/nastavniki/")
    field = page.locator("#search-text")
    field.press_sequentially("матем", delay=40)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(page).to_have_url(re.compile("q=|subject="))
    assert total(page) > 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_a_phone_the_conditions_are_a_sheet(visit: Visit, scripts: bool) -> None:
    page = visit("/nastavniki/?q=математика", phone=True, scripts=scripts)
    assert not page.locator("#filters").is_visible()
    page.locator("a[href='#filters']").first.click()
    expect(page.locator("#filters")).to_be_visible()
    box(page, "category", "highest").check()
    show = page.get_by_role("button", name=re.compile("^Показать")).or_(
        page.get_by_role("link", name=re.compile("^Показать"))
    )
    show.first.click()
    expect(page).to_have_url(re.compile("category=highest"))
    expect(page.locator("#results .card").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_nothing_found_is_never_a_dead_end(visit: Visit) -> None:
    page = visit("/nastavniki/?q=математика&district=novoberezhny&places=free")
    ways = page.locator("#results .ways a")
    assert ways.count() >= 1
    promised = int(re.sub(r"\D", "", ways.first.locator("b").inner_text()))
    assert promised > 0
    ways.first.click()
    expect(page.locator("#results .card").first).to_be_visible()
    assert total(page) == promised


def test_a_wrong_keyboard_layout_is_understood(visit: Visit) -> None:
    page = visit("/nastavniki/?q=vfntvfnbrf")
    expect(page.locator("#search-words")).to_contain_text("математика")
    assert total(page) > 0


def test_the_sight_panel_is_kept(visit: Visit) -> None:
    page = visit("/")
    page.get_by_text("Версия для слабовидящих").click()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator("button[name=size][value='3']").or_(page.locator(".pick-3")).first.click()
    expect(page.locator("html")).to_have_attribute("data-size", "3")
    page.goto("/nastavniki/")
    expect(page.locator("html")).to_have_attribute("data-size", "3")
