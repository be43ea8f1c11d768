"""Acts: one cancels another, blanks keep a page from the site, answers become an order with its papers."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.editing import add_part, begin, path_of, press
from tests.browser.test_accessibility import serious

SECTION = "/klyuchevskoy/akty/"
OLD, NEW = "О наставниках, прежний порядок", "О наставниках, новый порядок"
Visit = Callable[..., Page]


def write_act(page: Page, title: str, number: str, day: str, decision: str) -> None:
    """A whole order; it is not published yet."""
    begin(page, SECTION)
    page.locator("#id_title").fill(title)
    page.locator("#id_official_title").fill(f"Об утверждении положения: {title.lower()}")
    page.locator("#id_issuer").fill("Управление образования Ключевского района")
    page.locator("#id_issuer_short").fill("управления образования Ключевского района")
    page.locator("#id_number").fill(number)
    page.locator("#id_date").fill(day)
    page.keyboard.press("Escape")
    add_part(page, "paragraphs", number="1", text=decision)


def relate(page: Page, kind: str, title: str) -> None:
    """Choose another act of the site in the chooser of a new relation."""
    prefix = add_part(page, "relations")
    page.locator(f"{prefix}-kind").select_option(kind)
    page.locator(f"{prefix}-target-chooser").get_by_role("button").first.click()
    window = page.locator(".modal-body")
    window.locator("#id_q").fill(title)
    window.get_by_role("link", name=title).click()
    expect(page.locator(f"{prefix}-target-chooser")).to_contain_text(title)


def cancelled(page: Page) -> int:
    """How many acts the facet «утратил силу» counts."""
    page.goto(SECTION)
    option = page.locator("label", has=page.locator("#state-cancelled"))
    return int(option.locator(".option-count").text_content() or "")


@pytest.mark.slow
@pytest.mark.journey(5)
def test_an_act_that_cancels_another_tells_it_everywhere(sign_in: Visit, visit: Visit) -> None:
    before = cancelled(visit(SECTION, scripts=False))
    page = sign_in("coordinator")
    write_act(page, OLD, "17-о", "02.09.2024", "Каждому новому педагогу дать наставника.")
    expect(press(page, "action-publish")).to_contain_text("опубликован")
    write_act(page, NEW, "31-о", "01.09.2025", "Наставника выбирает сам педагог.")
    relate(page, "cancels", OLD)
    expect(press(page, "action-publish")).to_contain_text("опубликован")

    for scripts in (True, False):
        reader = visit(SECTION, scripts=scripts)
        assert cancelled(reader) == before + 1
        reader.get_by_role("link", name=NEW).first.click()
        expect(reader.locator(".act-changes")).to_contain_text("Отменяет:")
        reader.locator(".act-changes").get_by_role("link").first.click()
        expect(reader.locator(".notice").first).to_contain_text("Акт утратил силу.")
        expect(reader.locator(".notice").first).to_contain_text("1 сентября 2025")
        expect(reader.locator(".act-changes")).to_contain_text("Чем отменён:")
        for day, number in (("15.03.2025", "17-о"), ("01.09.2025", "31-о")):
            reader.get_by_label("Дата").fill(day)
            reader.get_by_role("button", name="Показать").click()
            expect(reader.locator(".act-answer-words")).to_contain_text(number)
        reader.get_by_label("Дата").fill("31.02.2025")
        reader.get_by_role("button", name="Показать").click()
        expect(reader.locator("#date-error")).to_contain_text("Такой даты нет")
        assert not scripts or serious(reader) == []


@pytest.mark.slow
def test_blanks_keep_an_act_from_the_site_and_say_where_they_stand(sign_in: Visit, visit: Visit) -> None:
    page = sign_in("coordinator")
    write_act(page, "О сборе сведений", "№", "02.09.2026", "Назначить ответственным ____.")
    page.locator("#id_preamble").fill("На основании приказа от дд.мм.гггг № от министерства")

    expect(press(page, "action-publish")).to_contain_text("не может быть")

    told = page.locator("#id_blanks_reason").locator("xpath=ancestor::section[1]")
    for place in ("Пункт 1", "____", "дд.мм.гггг", "№ от"):
        expect(page.locator("#main, body").first).to_contain_text(place)
    expect(told).to_contain_text("Остались незаполненные места")
    assert "О сборе сведений" not in visit(SECTION).locator("main").inner_text()


@pytest.mark.slow
@pytest.mark.journey(6)
def test_answers_become_an_order_with_its_papers(sign_in: Visit, visit: Visit) -> None:
    page = sign_in("coordinator")
    page.get_by_role("link", name="Составить приказ").click()
    page.get_by_label("Муниципалитет, чего?").fill("Ключевского района")
    page.get_by_label("Кто издаёт").fill("Управление образования Ключевского района")
    page.get_by_label("Номер").fill("45-о")
    page.get_by_label("Дата", exact=True).fill("01.09.2026")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Составить черновик").click()

    expect(page.locator(".messages li").first).to_contain_text("Черновик приказа готов")
    papers = {name: page.get_by_role("link", name=name, exact=True).first for name in ("PDF", "DOCX")}
    found = {name: page.request.get(path_of(link.get_attribute("href"))) for name, link in papers.items()}
    pdf = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(found["PDF"].body())).pages)
    office = "\n".join(line.text for line in docx.Document(BytesIO(found["DOCX"].body())).paragraphs)
    for words in (pdf, office):
        assert "ПРИКАЗЫВАЮ" in words
        assert "____" in words
        assert "Ключевского района" in " ".join(words.split())
    expect(page.locator("body")).to_contain_text("Пункт 3")
    assert "45-о" not in visit(SECTION).locator("main").inner_text()
