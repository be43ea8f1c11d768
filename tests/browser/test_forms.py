"""Public forms claim nothing for a person, fill in what a browser knows, and lead to the words of each consent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OFFER = "/nastavniki/stat-nastavnikom/"


def test_an_offer_claims_nothing_and_is_filled_in_by_the_browser(visit: Callable[..., Page]) -> None:
    page = visit(OFFER)
    form = page.locator("main form")

    assert form.locator("select").evaluate_all("all => all.map((one) => one.value)") == ["", "", ""]
    assert form.locator(":checked:not(option)").count() == 0
    tokens = form.locator("[autocomplete]").evaluate_all("all => all.map((one) => one.autocomplete)")
    assert {"family-name", "given-name", "additional-name", "email", "organization-title"} <= set(tokens)
    unmarked = form.locator(".field:not(:has(.optional))").locator(
        "input:not([required], [type=checkbox], [type=search]), textarea:not([required])"
    )
    assert unmarked.count() == 0


def test_an_organisation_is_found_by_words_of_it_and_its_place(visit: Callable[..., Page]) -> None:
    page = visit(OFFER, phone=True)
    everything = page.locator("#id_organisation option").count()
    assert everything > 300

    page.get_by_label("Найти по названию, номеру или району").fill("ключев лицей 4")
    fitting = page.locator("#id_organisation option[value]:not([value=''])")
    assert fitting.all_inner_texts() == ["Лицей № 4"]
    page.get_by_label("Где вы работаете").select_option(label="Лицей № 4")
    assert page.locator("#id_organisation option").count() == everything
    assert page.locator("#id_organisation option:checked").inner_text() == "Лицей № 4"

    page.get_by_label("Найти по названию, номеру или району").fill("ъъъ")
    expect(page.get_by_text("Такой организации в списке нет")).to_be_visible()


def test_the_list_of_organisations_works_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit(OFFER, scripts=False)

    assert page.get_by_label("Где вы работаете").locator("option").count() > 300


@pytest.mark.parametrize(("path", "consents"), [(OFFER, 2), ("letter", 1), ("/kontakty/napisat/", 1)])
def test_every_consent_leads_to_its_words(visit: Callable[..., Page], path: str, consents: int) -> None:
    from tests.browser.test_accessibility import address

    page = visit("/")
    page.goto(address(page, path) if path == "letter" else path)
    links = page.locator("main form a[href^='/soglasie/']")

    assert links.count() == consents
    for href in links.evaluate_all("all => all.map((one) => one.getAttribute('href'))"):
        page.goto(href)
        expect(page.locator("main")).to_contain_text("Северореченской области")
        expect(page.locator("main")).to_contain_text("Отозвать согласие")


@pytest.mark.parametrize("phone", [False, True])
def test_a_letter_that_lacked_something_is_sent_again_and_asks_for_the_mailbox(
    visit: Callable[..., Page], phone: bool
) -> None:
    page = visit("/kontakty/napisat/", phone=phone)
    page.get_by_label("Ваше имя").fill("Илья")
    page.get_by_label("Ваш адрес почты").fill(f"ilya-{phone}@school.example")
    page.get_by_label("Что вы хотите спросить").fill("Как найти наставника по химии?")
    page.wait_for_timeout(3_100)  # quicker is taken for a machine
    send = page.get_by_role("button", name="Отправить письмо")
    send.click()
    expect(page.locator(".error-summary")).to_contain_text("Без согласия")
    expect(page.get_by_label("Ваше имя")).to_have_value("Илья")

    page.locator("#id_agreed").check()
    page.wait_for_timeout(3_100)
    send.click()

    expect(page.locator("h1")).to_have_text("Проверьте почту")
    expect(page.locator("main")).to_contain_text("только после вашего подтверждения")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
