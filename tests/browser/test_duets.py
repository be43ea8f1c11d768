"""A duet from the idea to the page: an editor, two people with personal links and no account, a reader, a stranger."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from mentoring.duets.months import first_of_month, shifted
from tests.browser.test_accessibility import serious
from tests.servers import manage

Visit = Callable[..., Page]
PAYLOAD = "<img src=x onerror=\"document.title='взломано'\"><script>document.title='взломано'</script>"


def first_interview(page: Page) -> str:
    page.goto("/duety/")
    return str(page.locator(".card-duet h3 a").first.get_attribute("href"))


def invited(editor: Page) -> dict[str, str]:
    """Think of a duet for a free month, choose questions, invite; gives the two links and the desk's address."""
    month = shifted(first_of_month(timezone.localdate()), 6)
    editor.goto(f"/admin/snippets/mentoring/duetproject/add/?month={month:%Y-%m-%d}")
    editor.locator("select[name=mentee]").select_option(index=3)
    editor.get_by_role("button", name=re.compile("Сохранить")).first.click()
    expect(editor.get_by_text("задуман").first).to_be_visible()
    desk = editor.url
    editor.goto(f"{desk}questions/")
    for number in range(3):
        editor.locator("input[name=bank]").nth(number).check()
    editor.get_by_role("button", name="Сохранить вопросы").click()
    editor.goto(f"{desk}invite/")
    editor.locator("input[name=mentor_email]").fill("")
    editor.get_by_role("button", name="Выдать личные ссылки").click()
    links = {voice: editor.locator(f"[data-duet-link={voice}]").input_value() for voice in ("mentor", "mentee")}
    return {voice: re.sub(r"^https?://[^/]+", "", link) for voice, link in links.items()} | {"desk": desk}


def answer(person: Page, text: str) -> None:
    person.get_by_role("button", name="Согласиться и отвечать").click()
    boxes = person.locator("textarea[name^=answer-]")
    expect(boxes).to_have_count(3)
    for number in range(2):
        boxes.nth(number).fill(f"{text} {number + 1}. {PAYLOAD}")
    person.get_by_label("Не буду отвечать на этот вопрос").nth(2).check()
    person.get_by_role("button", name="Отправить редактору").click()


def approve(person: Page, link: str) -> None:
    person.goto(link)
    expect(person.locator(".own-consent")).to_contain_text("Согласие только на это интервью")
    person.get_by_label("Даю согласие на публикацию этого интервью").check()
    person.get_by_role("button", name="Утвердить мои слова").click()
    expect(person.get_by_text("Вы утвердили свои слова.")).to_be_visible()


@pytest.mark.slow
@pytest.mark.journey(3)
def test_a_duet_goes_from_the_idea_to_the_page(sign_in: Visit, visit: Visit) -> None:
    editor = sign_in("editor")
    links = invited(editor)
    mentor, mentee = visit(links["mentor"], phone=True), visit(links["mentee"], scripts=False)

    answer(mentor, "Ответ наставника")
    mentee.reload()
    expect(mentee.locator("body")).not_to_contain_text("Ответ наставника")
    answer(mentee, "Ответ наставляемого")

    editor.goto(f"{links['desk']}words/")
    for row in editor.locator(".duet-row").all():
        row.get_by_label("Видят по-разному").check()
    editor.get_by_role("button", name="Сохранить слова").click()
    editor.goto(f"{links['desk']}offer/")
    editor.get_by_role("button", name="Показать и попросить утвердить").click()
    approve(mentor, links["mentor"])
    approve(mentee, links["mentee"])

    editor.goto(f"{links['desk']}build/")
    editor.get_by_label("Название разговора").fill("Два взгляда на одну тетрадь")
    editor.get_by_role("button", name="Собрать страницу").click()
    editor.goto(f"{links['desk']}publish/")
    editor.get_by_role("button", name="Опубликовать").click()
    editor.get_by_role("link", name="открыть на сайте").wait_for()
    address = editor.get_by_role("link", name="открыть на сайте").get_attribute("href")

    reader = visit(re.sub(r"^https?://[^/]+", "", str(address)))
    expect(reader.get_by_role("heading", level=1)).to_have_text("Два взгляда на одну тетрадь")
    expect(reader.locator(".voice-a").first).to_contain_text("Ответ наставника 1")
    expect(reader.locator(".unsaid")).to_have_count(2)
    assert "взломано" not in reader.title()


def test_a_stranger_with_an_altered_link_sees_nothing(visit: Visit) -> None:
    page = visit(f"/razgovor/{'a' * 43}.{'b' * 43}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ссылка больше не действует")
    assert serious(page) == []


def issued(editor: Page) -> str:
    """A new personal link of a duet that is answering."""
    editor.get_by_role("link", name=re.compile("приглашены|отвечают")).first.click()
    editor.get_by_role("link", name="Выдать новую…").last.click()
    editor.get_by_role("button", name="Выдать новую ссылку").click()
    return re.sub(r"^https?://[^/]+", "", editor.locator("[data-duet-link]").input_value())


@pytest.mark.slow
def test_an_expired_link_shows_nothing_of_the_duet(sign_in: Visit, visit: Visit, region: Path) -> None:
    link = issued(sign_in("editor", "/admin/duets/year/"))
    person = visit(link, scripts=False)
    asked = person.get_by_role("heading", level=1).inner_text()
    assert asked != "Ссылка больше не действует"

    newest = "from cms.personal_links.models import PersonalLink; link = PersonalLink.objects.latest('pk')"
    manage(region, "shell", "-v0", "-c", f"{newest}; link.expires_at = link.expires_at.replace(year=2020); link.save()")
    person.goto(link)

    expect(person.get_by_role("heading", level=1)).to_have_text("Ссылка больше не действует")
    assert asked not in person.content()
    assert person.locator("textarea").count() == 0


def test_drafts_are_kept_while_they_are_written(sign_in: Visit, visit: Visit) -> None:
    person = visit(issued(sign_in("editor", "/admin/duets/year/")), phone=True)
    assert serious(person) == []
    assert person.evaluate("document.documentElement.scrollWidth") <= 360
    agree = person.get_by_role("button", name="Согласиться и отвечать")
    if agree.count():
        agree.click()
    person.locator("textarea[name^=answer-]").last.fill("На лету.")
    expect(person.locator("[data-kept]")).to_contain_text("Черновик виден только вам", timeout=15_000)
    person.reload()
    expect(person.locator("textarea[name^=answer-]").last).to_have_value("На лету.")
    assert serious(person) == []


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
def test_an_interview_is_read_side_by_side_or_by_one_voice(visit: Visit, phone: bool) -> None:
    page = visit("/duety/", phone=phone, scripts=False)
    page.goto(first_interview(page))
    first, second = page.locator(".voice-a").first, page.locator(".voice-b").first
    expect(first).to_be_visible()
    expect(second).to_be_visible()
    page.get_by_label("Наставляемый", exact=True).check()
    expect(first).to_be_hidden()
    page.get_by_label("Рядом").check()
    expect(first).to_be_visible()
    page.get_by_label("Наставник", exact=True).check()
    page.emulate_media(media="print")
    expect(second).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
@pytest.mark.parametrize("name", ["index", "interview"])
def test_axe_finds_nothing_serious_in_duets(visit: Visit, name: str, phone: bool) -> None:
    page = visit("/duety/", phone=phone)
    if name == "interview":
        page.goto(first_interview(page))
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= (360 if phone else 1280)
    page.evaluate("document.documentElement.dataset.size = 3")
    assert page.evaluate("document.documentElement.scrollWidth") <= (360 if phone else 1280)


def test_the_year_is_walked_by_keyboard(sign_in: Visit) -> None:
    page = sign_in("editor", "/admin/duets/year/")
    expect(page.locator(".duet-wheel a")).to_have_count(12)
    page.locator(".duet-wheel a").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.duet-wheel') !== null")
