"""A coordinator brings a school's table into the bank, and the next visitor finds the mentors."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

SAMPLE = Path(__file__).parent.parent / "mentoring/bank/imports/samples/filled_table.csv"


def import_sample(page: Page, *, consents: bool) -> None:
    """Go through the whole wizard as a coordinator would."""
    page.goto("/admin/mentor-bank/import/")
    page.locator("input[type=file]").set_input_files(SAMPLE)
    page.get_by_role("button", name="Дальше: столбцы").click()
    # A column that was doubtful is asked about the first time; the answer is remembered.
    expect(page.get_by_text("Как в прошлый раз." if consents else "Из заголовка неясно").first).to_be_visible()
    page.get_by_label("Создать организации, которых нет в списке").check()
    if consents:
        page.get_by_label("У кого хранятся согласия").fill("МБУ «Центр развития образования»")
        page.get_by_label("С какого дня").fill("01.09.2026")
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Дальше: предпросмотр").click()
    expect(page.get_by_text("Полтавченко Елена Анатольевна").first).to_be_visible()
    # The table names another district than the coordinator's; with the question open nothing would be written.
    page.get_by_role("button", name="Загрузить в банк").click()
    expect(page.get_by_text("Загружать пока нечего")).to_be_visible()
    page.locator("select").filter(has_text="да, это «Ключевской район»").select_option(
        label="да, это «Ключевской район»: загружать"
    )
    page.get_by_role("button", name="Загрузить в банк").click()
    expect(page.get_by_text("Загрузка закончена")).to_be_visible()


def found(page: Page, surname: str) -> int:
    """How many mentors a visitor finds under the surname, taken literally."""
    page.goto(f"/nastavniki/?q={surname}&exact=1")
    return page.locator("#results .card h3").count()


@pytest.mark.journey(2)
def test_without_a_basis_the_rows_are_candidates_that_only_their_own_coordinator_sees(
    sign_in: Callable[..., Page], visit: Callable[..., Page]
) -> None:
    visitor = visit("/")
    assert found(visitor, "Полтавченко") == 0
    coordinator = sign_in("coordinator")

    import_sample(coordinator, consents=False)

    assert found(visitor, "Полтавченко") == 0
    coordinator.goto("/admin/bank/register/?q=Полтавченко")
    expect(coordinator.get_by_text("Полтавченко Елена Анатольевна").first).to_be_visible()
    edit = coordinator.get_by_role("link", name=re.compile("Полтавченко")).first.get_attribute("href")

    neighbour = sign_in("neighbour", "/admin/bank/register/?q=Полтавченко")
    expect(neighbour.locator("#listing-results")).not_to_contain_text("Полтавченко")
    neighbour.goto(str(edit))
    expect(neighbour.locator("body")).not_to_contain_text("Полтавченко")

    # The same table with the basis of publication admits the same eight people: nobody is typed again.
    import_sample(coordinator, consents=True)
    assert found(visitor, "Полтавченко") == 1
    visitor.locator("#results .card h3 a").first.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Полтавченко Елена Анатольевна")
    expect(visitor.locator("main")).to_contain_text("Русский язык, литература")


def test_the_first_page_of_the_admin_leads_to_the_register(sign_in: Callable[..., Page]) -> None:
    page = sign_in("coordinator")
    expect(page.get_by_role("heading", name=re.compile("Ключевской район"))).to_be_visible()
    page.get_by_role("link", name=re.compile("вид(ен|ны) на сайте")).click()
    expect(page).to_have_url(re.compile("register/.*public=yes"))
    expect(page.locator("#listing-results")).to_be_visible()


def test_the_teacher_signs_in_to_the_site_not_to_the_admin(sign_in: Callable[..., Page]) -> None:
    page = sign_in("teacher", "/nastavniki/")
    expect(page.locator("main")).to_contain_text("Найти наставника")
    page.goto("/admin/")
    expect(page.locator("body")).to_contain_text("вести банк и присылать практики она не может")
