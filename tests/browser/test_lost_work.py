"""Nothing typed is lost: two tabs, an ended session, a way out of the page, a decision already made."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from demo.accounts import PASSWORD
from tests.browser.test_accessibility import serious
from tests.servers import DATABASE

Visit = Callable[..., Page]
NEWS_OF_THE_EDITOR = """
    SELECT id FROM wagtailcore_page JOIN cms_newsindexpage ON page_ptr_id = id WHERE url_path LIKE '%/klyuchevskoy/%'
"""
WIDTHS = pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])


def ask(region: Path, question: str) -> int:
    """The first number that the database of the region answers with."""
    with closing(sqlite3.connect(f"file:{region / DATABASE}?mode=ro", uri=True)) as database:
        return int(database.execute(question).fetchone()[0])


def sign_in_here(page: Page, role: str) -> None:
    page.get_by_label("Имя для входа").fill(role)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.keyboard.press("Enter")


@WIDTHS
def test_two_tabs_see_both_texts(sign_in: Visit, region: Path, phone: bool) -> None:
    first = sign_in("editor", phone=phone)
    project = ask(region, "SELECT id FROM mentoring_duetproject WHERE state = 'editing'")
    address = f"/admin/duets/{project}/words/"
    second = first.context.new_page()
    for page in (first, second):
        page.goto(address)
    first.locator("textarea[name^=mentor-]").first.fill(f"Слова первой вкладки, телефон: {phone}")
    second.locator("textarea[name^=mentor-]").first.fill("Слова второй вкладки")
    first.get_by_role("button", name="Сохранить слова").click()
    expect(first).not_to_have_url(re.compile("words"))

    second.get_by_role("button", name="Сохранить слова").click()

    expect(second.get_by_role("heading", name="Пока вы писали, это изменили")).to_be_visible()
    expect(second.locator(".draft-said").first).to_have_text(f"Слова первой вкладки, телефон: {phone}")
    mine = second.locator("textarea.draft-text").first
    expect(mine).to_have_value("Слова второй вкладки")
    assert second.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not serious(second)
    mine.fill("Слова обеих вкладок")
    second.get_by_role("button", name="Сохранить выбранное").click()
    second.goto(address)
    expect(second.locator("textarea[name^=mentor-]").first).to_have_value("Слова обеих вкладок")


def test_an_ended_session_gives_an_own_form_back_as_it_was(sign_in: Visit) -> None:
    page = sign_in("editor", "/admin/acts/compose/")
    field = page.locator("form[data-draft] input[type=text]:visible").first
    field.fill("Слова, которые переживут сеанс")
    page.context.clear_cookies(name="sessionid")

    page.locator("form[data-draft] button:visible").last.click()
    expect(page.get_by_text("Написанное сохранено")).to_be_visible()
    sign_in_here(page, "editor")

    page.wait_for_url("**/admin/acts/compose/")
    expect(page.locator("form[data-draft] input[type=text]:visible").first).to_have_value(
        "Слова, которые переживут сеанс"
    )
    expect(page.get_by_text("Вот всё, что вы написали до перерыва")).to_be_visible()


def test_an_ended_session_gives_a_page_form_back_as_it_was(sign_in: Visit, region: Path) -> None:
    page = sign_in("editor")
    section = ask(region, NEWS_OF_THE_EDITOR)
    page.goto(f"/admin/pages/add/cms/newspage/{section}/")
    page.wait_for_timeout(2_000)  # the editor wakes
    page.locator("#id_title").fill("Заголовок, который не потеряли")
    page.context.clear_cookies(name="sessionid")

    note = page.locator(".draft-note")
    expect(note).to_contain_text("Сеанс закончился", timeout=40_000)
    page.once("dialog", lambda dialog: dialog.accept())
    note.get_by_role("link", name="Войти снова").click()
    sign_in_here(page, "editor")

    expect(page.locator("#id_title")).to_have_value("Заголовок, который не потеряли")


def test_another_person_at_the_same_device_gets_no_draft(sign_in: Visit) -> None:
    page = sign_in("editor", "/admin/acts/compose/")
    page.locator("form[data-draft] input[type=text]:visible").first.fill("Личные слова редактора")
    expect(page.get_by_text("Черновик сохранён")).to_be_visible(timeout=15_000)
    page.context.clear_cookies(name="sessionid")
    page.on("dialog", lambda dialog: dialog.accept())

    page.goto("/vhod/")
    sign_in_here(page, "coordinator")
    page.wait_for_url("**/admin/")
    page.goto("/admin/acts/compose/")

    expect(page.locator("form[data-draft]")).to_have_count(1)
    expect(page.locator(".draft-note")).to_have_count(0)
    assert "Личные слова" not in page.content()


@WIDTHS
def test_leaving_warns_and_the_words_wait(visit: Visit, phone: bool) -> None:
    page = visit("/nastavniki/stat-nastavnikom/", phone=phone)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#id_last_name").fill("Петрова")
    page.wait_for_timeout(3_000)  # the pause after which a draft is kept

    page.reload()

    assert asked == ["beforeunload"] and page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Вернуть написанное").click()
    expect(page.locator("#id_last_name")).to_have_value("Петрова")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def is_open(page: Page, address: str) -> bool:
    """Whether this person may decide here."""
    page.goto(address)
    return page.locator("[name=move]").count() > 0


def test_a_decision_already_made_keeps_the_words(sign_in: Visit) -> None:
    one, two = sign_in("coordinator", "/admin/praktiki/"), sign_in("methodist", phone=True)
    links = [link.get_attribute("href") or "" for link in one.locator("a[href^='/admin/praktiki/']").all()]
    addresses = [link for link in dict.fromkeys(links) if re.fullmatch(r"/admin/praktiki/\d+/", link)]
    for address in addresses:
        if all(is_open(page, address) for page in (one, two)):
            break
    for page, why in ((one, "Нужны сроки."), (two, "Нужен результат.")):
        page.get_by_label("Отклонить").check()
        page.locator("textarea[name=reason]").fill(why)
    one.get_by_role("button", name="Записать решение").click()
    expect(one).to_have_url(re.compile("/admin/praktiki/$"))

    two.get_by_role("button", name="Записать решение").click()

    expect(two.get_by_role("heading", name="Уже решено")).to_be_visible()
    expect(two.locator(".draft-lead")).to_contain_text("Ольга Мещерякова")
    expect(two.get_by_label("Почему")).to_have_value("Нужен результат.")
    assert two.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not serious(two)


@pytest.mark.slow
def test_answers_written_without_a_network_wait_on_the_device(sign_in: Visit, visit: Visit) -> None:
    editor = sign_in("editor", "/admin/duets/year/")
    editor.get_by_role("link", name=re.compile("отвечают")).first.click()
    editor.get_by_role("link", name="Выдать новую…").first.click()
    editor.get_by_role("button", name="Выдать новую ссылку").click()
    link = re.sub(r"^https?://[^/]+", "", editor.locator("[data-duet-link]").input_value())
    person = visit(link, phone=True)
    person.get_by_role("button", name="Взять ответы назад").click()
    before = person.locator("textarea[name^=answer-]").first.input_value()
    person.context.set_offline(True)
    person.locator("textarea[name^=answer-]").first.fill("Написано в дороге, без связи.")
    expect(person.locator("[data-kept]")).to_contain_text("Нет связи", timeout=10_000)
    person.close()

    again = person.context.new_page()
    person.context.set_offline(False)
    again.goto(link)
    answer = again.locator("textarea[name^=answer-]").first
    expect(answer).to_have_value(before)
    again.get_by_role("button", name="Вернуть написанное").click()
    expect(answer).to_have_value("Написано в дороге, без связи.")
    assert again.evaluate("document.documentElement.scrollWidth") <= 360
    again.get_by_role("button", name="Отправить редактору").click()

    expect(again.get_by_role("button", name="Взять ответы назад")).to_be_visible()
    assert "без связи" not in again.evaluate("JSON.stringify(localStorage)")


@WIDTHS
def test_the_dialog_of_two_windows_leads_to_both_texts(sign_in: Visit, region: Path, phone: bool) -> None:
    """Its main button overwrites nothing: what was sent meets what is stored, side by side."""
    mentor = ask(
        region,
        "SELECT mentor.id FROM mentoring_mentor mentor JOIN cms_organisation place ON place.id = organisation_id"
        " WHERE place.municipality_id = 5 AND live LIMIT 1",
    )
    address = f"/admin/snippets/mentoring/mentor/edit/{mentor}/"
    first = sign_in("coordinator", address)
    first.get_by_role("button", name="Сохранить черновик").first.click()
    expect(first.get_by_text("изменения сохранены").first).to_be_visible()
    second = sign_in("coordinator", address, phone=phone)
    first.locator("#id_position").fill(f"Учитель первого окна, телефон: {phone}")
    first.get_by_role("button", name="Сохранить черновик").first.click()
    first.wait_for_load_state()
    second.locator("#id_position").fill("Учитель второго окна")
    expect(second.locator("#w-editing-sessions .w-ping--critical")).to_be_attached(timeout=40_000)

    second.get_by_role("button", name="Сохранить черновик").first.click()
    dialog = second.get_by_role("dialog")
    expect(dialog).to_contain_text("Ничего не пропадёт")
    expect(dialog.get_by_role("link", name="Открыть записанную версию")).to_be_visible()
    dialog.get_by_role("button", name="Сравнить и сохранить").click()

    expect(second.get_by_role("heading", name="Пока вы писали, это изменили")).to_be_visible()
    expect(second.locator(".draft-said").first).to_contain_text("первого окна")
    expect(second.get_by_text("Учитель второго окна").first).to_be_visible()
    assert second.evaluate("document.documentElement.scrollWidth <= innerWidth")
