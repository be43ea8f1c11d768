"""What was done too early, or a little wrong, is put right on the pages that did it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import serious
from tests.servers import manage

Visit = Callable[..., Page]
CLOSED = "Ссылка больше не действует"


def asked(region: Path, expression: str, imported: str) -> str:
    """What the site's own shell answers."""
    return manage(region, "shell", "-v0", "-c", f"{imported}\nprint({expression})").strip().splitlines()[-1]


def test_a_stage_begun_too_early_goes_back_with_its_reason(sign_in: Visit, region: Path) -> None:
    imported = "from mentoring.programmes.models import ProgrammePage as P"
    pk = asked(region, "P.objects.filter(municipality__code='klyuchevskoy', live=True).first().pk", imported)
    page = sign_in("coordinator", f"/admin/programmes/{pk}/")
    expect(page.get_by_role("link", name="Вернуть в ожидание…")).to_have_count(1)
    page.get_by_role("link", name="Вернуть в ожидание…").click()
    page.get_by_label("Причина").fill("Начали раньше времени")
    page.get_by_role("button", name="Вернуть в ожидание").click()
    expect(page.locator(".messages")).to_contain_text("Этап снова впереди")
    expect(page.get_by_role("link", name="Начать этап")).to_have_count(1)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("link", name="Начать этап").click()
    page.get_by_role("button", name="Начать").click()
    expect(page.get_by_role("link", name="Вернуть в ожидание…")).to_have_count(1)


@pytest.mark.slow
def test_sent_answers_are_called_back_and_the_link_is_copied_renewed_and_revoked(sign_in: Visit, visit: Visit) -> None:
    editor = sign_in("editor", "/admin/duets/year/")
    editor.get_by_role("link", name=re.compile("отвечают")).first.click()
    desk = editor.url
    editor.get_by_role("link", name="Выдать новую…").first.click()
    editor.get_by_role("button", name="Выдать новую ссылку").click()
    editor.get_by_role("button", name="Скопировать").click()
    expect(editor.get_by_role("status").filter(has_text="скопировано")).to_be_visible()
    link = re.sub(r"^https?://[^/]+", "", editor.locator("[data-duet-link]").input_value())

    person = visit(link, phone=True, scripts=False)
    person.get_by_role("button", name="Взять ответы назад").click()
    expect(person.locator("body")).to_contain_text("Ответы снова у вас")
    boxes = person.locator("textarea[name^=answer-]")
    assert all(box.input_value() for box in boxes.all())
    boxes.first.fill("Теперь точнее.")
    person.get_by_role("button", name="Отправить редактору").click()
    expect(person.get_by_role("button", name="Взять ответы назад")).to_be_visible()
    assert person.evaluate("document.documentElement.scrollWidth") <= 360

    editor.goto(desk)
    editor.get_by_role("link", name="продлить…").first.click()
    editor.get_by_role("button", name="Продлить").click()
    expect(editor.locator(".messages")).to_contain_text("Ссылка продлена")
    editor.get_by_role("link", name="отозвать…").first.click()
    editor.get_by_role("button", name="Отозвать ссылку").click()
    expect(editor.locator(".messages")).to_contain_text("больше не открывается")
    person.goto(link)
    expect(person.get_by_role("heading", level=1)).to_have_text(CLOSED)


@pytest.mark.slow
def test_one_word_of_a_published_practice_goes_the_short_way(sign_in: Visit, region: Path) -> None:
    imported = "from bestpractices.practices.models import PracticePage as P"
    own = "P.objects.filter(municipality__code='klyuchevskoy', live=True, owner__username='methodist').first().pk"
    pk = asked(region, own, imported)
    author = sign_in("methodist", f"/admin/pages/{pk}/edit/")
    title = author.locator("#id_title").input_value()
    author.locator("#id_title").fill(f"{title} вдвоём")
    author.locator("footer [data-w-dropdown-target=toggle]").last.click()
    author.get_by_role("button", name="Отправить как редакторскую правку").click()
    expect(author.locator("ins")).to_contain_text("вдвоём")
    assert serious(author) == []
    author.get_by_role("button", name="Отправить правку району").click()
    expect(author.locator(".messages")).to_contain_text("прежний текст остаётся на сайте")

    reader = sign_in("coordinator", f"/admin/praktiki/{pk}/")
    expect(reader.get_by_role("heading", name="Редакторская правка: что изменится на сайте")).to_be_visible()
    expect(reader.locator(".duet-correction ins")).to_contain_text("вдвоём")
    reader.get_by_label("Одобрить", exact=False).first.check()
    reader.get_by_role("button", name="Записать решение").click()
    expect(reader.locator(".messages")).to_contain_text("опубликована")
