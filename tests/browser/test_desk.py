"""The editing desk in daily use: one letter for one event, and what was done by mistake is undone by who did it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editing import begin, number_of, press

pytestmark = pytest.mark.slow

Visit = Callable[..., Page]
TITLE = "Кабинет музыки открыт для всех"


def letters(centre: Page) -> list[str]:
    """To whom the site has written about the text, as «Письма» shows it."""
    centre.goto(f"/admin/reports/mail/?q={TITLE}")
    rows = centre.locator("#listing-results tbody tr")
    return sorted(row.inner_text().split("@")[0].split()[-1] for row in rows.all())


def test_each_step_of_the_moderation_of_a_text_is_one_letter_to_each_concerned(sign_in: Visit) -> None:
    editor, centre = sign_in("editor"), sign_in("centre")
    begin(editor, "/klyuchevskoy/novosti/", "Новость")
    editor.locator("#id_title").fill(TITLE)
    press(editor, "action-submit")
    assert letters(centre) == ["coordinator", "methodist"]

    coordinator = sign_in("coordinator", "/admin/reports/workflow/")
    coordinator.get_by_role("link", name=TITLE).first.click()
    coordinator.locator("footer [data-w-dropdown-target='toggle']").first.click()
    coordinator.locator("[data-workflow-action-name='reject']:visible").first.click()
    coordinator.locator("[role=dialog] textarea").fill("Назовите школу")
    coordinator.get_by_role("dialog").get_by_role("button", name="Вернуть на доработку").click()
    expect(coordinator.locator(".messages li").first).to_be_visible(timeout=30_000)
    assert letters(centre) == ["coordinator", "editor", "methodist"]


def test_a_coordinator_takes_a_pair_back_to_work_that_was_completed_by_mistake(sign_in: Visit) -> None:
    page = sign_in("coordinator", "/admin/snippets/mentoring/pair/?state=active")
    page.locator("#listing-results tbody .title a").first.click()
    pair = page.url
    page.get_by_role("link", name="Завершить…").first.click()
    page.get_by_role("button", name="Завершить", exact=True).click()
    expect(page.locator(".messages li").first).to_contain_text("завершена")

    page.goto(pair)
    page.get_by_role("link", name="Вернуть в работу…").first.click()
    page.get_by_role("button", name="Вернуть в работу").click()
    expect(page.locator(".messages li, .error-message").first).to_be_visible()  # the reason is asked for
    page.locator("[name=note]").fill("Завершили не ту пару")
    page.get_by_role("button", name="Вернуть в работу").click()
    expect(page.locator(".messages li").first).to_contain_text("снова работает")


def test_an_editor_takes_a_published_duet_down_and_publishes_it_again(sign_in: Visit, visit: Visit) -> None:
    editor, reader = sign_in("editor", "/admin/duets/year/"), visit("/duety/")
    before = reader.locator(".card-duet h3 a").count()
    desks = [str(link.get_attribute("href")) for link in editor.locator("main a[href^='/admin/duets/']").all()]
    for desk in dict.fromkeys(desks):
        editor.goto(desk)
        if editor.locator("a[href$='/take-down/']").count():
            break
    editor.locator("a[href$='/take-down/']").first.click()
    editor.locator("[name=note]").fill("Ошибка в имени")
    editor.get_by_role("button", name="Снять с сайта").click()
    expect(editor.locator(".messages li").first).to_contain_text("снят с сайта")
    reader.reload()
    assert reader.locator(".card-duet h3 a").count() < before

    editor.locator("a[href$='/publish/']").first.click()
    editor.get_by_role("button", name="Опубликовать", exact=True).click()
    expect(editor.locator(".messages li").first).to_contain_text("опубликован")


def test_a_bulk_action_takes_the_ticked_rows_of_the_filtered_list_and_never_all(sign_in: Visit) -> None:
    page = sign_in("coordinator")
    section = number_of(page, "/klyuchevskoy/novosti/")
    listing = f"/admin/pages/{section}/?q=наставник"
    page.goto(listing)
    number = page.locator("#listing-results [data-bulk-action-checkbox]").count()
    assert number
    page.locator("[data-bulk-action-select-all-checkbox]").first.check(force=True)
    expect(page.locator("[data-bulk-action-num-objects-in-listing]")).to_have_count(0)
    page.locator(".bulk-actions-buttons a[data-bulk-action-button]:visible").first.click()
    page.wait_for_url("**/bulk/wagtailcore/page/**")
    assert len(re.findall(r"[?&]id=\d+", page.url)) == number

    page.goto(f"/admin/bulk/wagtailcore/page/unpublish/?id=all&childOf={section}&next=/admin/pages/{section}/")
    expect(page.locator(".messages li").first).to_contain_text("Отметьте строки")
    assert page.url.endswith(f"/admin/pages/{section}/")


def test_a_copy_of_a_text_is_a_draft_and_an_organisation_has_no_copy(sign_in: Visit) -> None:
    page = sign_in("coordinator")
    news = number_of_first(page, "cms.NewsPage")
    page.goto(f"/admin/pages/{news}/copy/")
    expect(page.locator("[name=alias]")).to_have_count(0)
    page.locator("[name=new_slug]").fill("kopiya-novosti")
    page.get_by_role("button", name="Копировать").click()
    expect(page.locator(".messages li").first).to_contain_text("скопирована")
    assert page.request.get("/klyuchevskoy/novosti/kopiya-novosti/").status == 404

    answer = page.request.get(f"/admin/pages/{number_of_first(page, 'cms.OrganisationPage')}/copy/")
    assert answer.status == 200 and "/copy/" not in answer.url  # back to the first page, with the reason


def number_of_first(page: Page, kind: str) -> int:
    """The number of a page of the kind that the user may open."""
    for offset in range(0, 1000, 20):
        for item in page.request.get(f"/admin/api/main/pages/?limit=20&offset={offset}").json()["items"]:
            if item["meta"]["type"] == kind:
                return int(item["id"])
    raise LookupError(kind)


def test_a_page_saved_right_after_the_last_letter_has_its_whole_address(sign_in: Visit) -> None:
    editor = sign_in("coordinator")
    begin(editor, "/klyuchevskoy/novosti/", "Новость")
    title = editor.locator("#id_title")
    editor.wait_for_function(
        "window.wagtail?.app?.getControllerForElementAndIdentifier(document.querySelector('#id_title'), 'w-sync')"
    )
    title.press_sequentially("Учим ")  # letters that no key of the test has are put in without a key
    expect(editor.locator("#id_slug")).to_have_value("uchim")
    # The last letters and the saving in one moment, as on a slow computer.
    title.evaluate("""(title) => {
      title.value += 'вместе';
      title.dispatchEvent(new Event('input', { bubbles: true }));
      title.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
      title.form.requestSubmit();
    }""")
    editor.wait_for_url("**/edit/")

    expect(editor.locator("#id_slug")).to_have_value("uchim-vmeste")
    address = editor.url.removesuffix("edit/")
    expect(press(editor, "action-publish")).to_be_visible()
    editor.goto(f"{address}edit/")
    title.press_sequentially(" снова")
    expect(press(editor, "action-publish")).to_be_visible()
    editor.goto(f"{address}edit/")
    expect(title).to_have_value(re.compile("снова"))
    expect(editor.locator("#id_slug")).to_have_value("uchim-vmeste")  # links to a published page hold


def test_a_list_in_blocks_names_only_what_stands_there(sign_in: Callable[..., Page]) -> None:
    page = sign_in("editor", "/admin/pages/", phone=True)
    expect(page.locator("table.duet-stacked").first).to_be_visible()

    cells = page.locator("table.duet-stacked tbody td[data-l]").evaluate_all(
        "all => all.map((cell) => [cell.dataset.l, cell.innerText.trim() || cell.querySelector('svg, input') !== null])"
    )

    assert {name for name, _filled in cells} <= {"Обновлено", "Тип", "Статус"}
    assert all(filled for _name, filled in cells)
