"""Programmes: an editor's way from an empty form to the reader's page, without a second page from the autosave."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.editing import add_part, begin, press
from tests.browser.test_accessibility import serious

SECTION = "/klyuchevskoy/programmy/"
TITLE = "Мастерская молодого педагога"


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
@pytest.mark.parametrize("path", ["/programmy/", f"{SECTION}pervye-pyat-let/"])
def test_axe_finds_nothing_serious_in_programmes(visit: Callable[..., Page], path: str, phone: bool) -> None:
    page = visit(path, phone=phone)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


def fill_in(page: Page) -> None:
    """Everything that a publication waits for."""
    page.locator("#id_title").fill(TITLE)
    page.get_by_label("Организация", exact=True).select_option(index=1)
    page.locator("#id_definition").fill("Работа вдвоём, в которой учатся оба.")
    page.locator("#id_aim").fill("Чтобы каждый новый педагог остался в школе.")
    add_part(page, "grounds", citation="распоряжение Минпросвещения от 25.12.2019 № Р-145")
    add_part(page, "tasks", text="Обучить наставников")
    add_part(page, "mentors", who="учителя")
    add_part(page, "mentees", who="молодые учителя")
    form = add_part(page, "forms")
    page.locator(f"{form}-pair_model").select_option("teacher-teacher")
    expect(page.get_by_label("Взаимопосещение уроков")).to_be_visible()
    expect(page.get_by_label("Демодни")).to_be_hidden()
    page.get_by_label("Взаимопосещение уроков").check()
    page.locator("#id_curator_name").fill("Вымышленная Анна Олеговна")
    page.locator("#id_curator_post").fill("заместитель директора")


@pytest.mark.slow
@pytest.mark.journey(4)
def test_a_coordinator_builds_and_publishes_a_programme(
    sign_in: Callable[..., Page], visit: Callable[..., Page]
) -> None:
    page = sign_in("coordinator")
    begin(page, SECTION)
    waiting = page.locator("[data-needs]")
    expect(waiting).to_contain_text("Для публикации не хватает")
    fill_in(page)
    expect(waiting).to_contain_text("Всё заполнено")
    expect(press(page, "action-publish")).to_contain_text("опубликован")

    for scripts in (True, False):
        reader = visit(SECTION, scripts=scripts)
        expect(reader.get_by_role("link", name=TITLE)).to_have_count(1)
        reader.get_by_role("link", name=TITLE).click()
        expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(reader.locator("main")).to_contain_text("Взаимопосещение уроков")
        expect(reader.locator("main")).to_contain_text("Обучить наставников")
        expect(reader.locator("main")).not_to_contain_text("Вымышленная")


@pytest.mark.slow
def test_a_page_is_created_once_though_its_autosave_is_under_way(sign_in: Callable[..., Page]) -> None:
    page = sign_in("coordinator")
    begin(page, "/klyuchevskoy/novosti/", "Новость")
    slow: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST" and "json" in route.request.headers.get("accept", ""):
            slow.append(route)
        else:
            route.continue_()

    page.route("**/admin/pages/add/**", hold)
    page.locator("#id_title").press_sequentially("Новость на медленной связи")
    page.locator("form[data-edit-form]").dispatch_event("w-unsaved:add")  # at once, not when the browser is idle
    for _tenth in range(200):
        page.wait_for_timeout(100)
        if slow:
            break
    page.locator("#id_title").press_sequentially(", продолжение")
    page.locator("button[name='action-publish']").first.dispatch_event("click")
    page.wait_for_timeout(300)
    slow.pop().continue_()

    expect(page.locator(".messages .success")).to_contain_text("опубликован")
    page.goto("/admin/pages/search/?q=медленной")
    expect(page.locator("#listing-results, .listing").get_by_text("медленной связи")).to_have_count(1)
