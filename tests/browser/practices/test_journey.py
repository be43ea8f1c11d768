"""One practice from the empty form to the regional copy, its update and its withdrawal, by everybody who has a part."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.practices import steps
from tests.browser.practices.conftest import Letter, link_in

Visit = Callable[..., Page]
TITLE, COPY = "Пять минут до урока", "Пять минут до урока: опыт Ключевского района"
ORIGINAL_PATH, COPY_PATH = "/klyuchevskoy/praktiki/pyat-minut-do-uroka/", "/praktiki/pyat-minut-do-uroka/"
NEW_AIM, NEW_RESULT = "Один вопрос и для классных руководителей.", "За второй год вопрос прижился в трёх школах."


@dataclass
class Cast:
    """Everybody's browser; the stranger is an expert without an account, on a phone, with scripts off."""

    author: Page
    coordinator: Page
    centre: Page
    expert: Page
    stranger: Page
    reader: Page
    letter: Letter
    review: str = ""
    invitation: str = ""


@pytest.fixture
def cast(sign_in: Visit, visit: Visit, letter: Letter) -> Cast:
    """The centre has made the neighbours' coordinator an expert."""
    centre = sign_in("centre")
    steps.appoint_expert(centre, "neighbour", "Липовецкий район")
    return Cast(
        author=sign_in("methodist"),
        coordinator=sign_in("coordinator"),
        centre=centre,
        expert=sign_in("neighbour"),
        stranger=visit("/", scripts=False, phone=True),
        reader=visit("/", scripts=False),
        letter=letter,
    )


@pytest.mark.slow
@pytest.mark.journey(8)
def test_a_practice_goes_from_the_draft_to_the_regional_copy_and_away(cast: Cast) -> None:
    the_author_meets_the_gate_and_sends(cast)
    the_municipality_returns_it_and_the_author_mends_it(cast)
    experts_score_blind_and_the_region_decides(cast)
    the_region_takes_a_copy(cast)
    a_school_of_the_neighbours_applies_it(cast)
    a_second_edition_passes_the_same_review(cast)
    the_centre_takes_over_one_part_of_two(cast)
    the_practice_is_withdrawn_and_its_copy_with_it(cast)


def the_author_meets_the_gate_and_sends(cast: Cast) -> None:
    author = cast.author
    steps.write_practice(author, TITLE, reached=84)
    steps.press_in_menu(author, steps.SEND)
    expect(steps.message(author)).to_contain_text(re.compile(r"84\s%\sиз\s90\s%.*не хватает\s6"))
    steps.tab(author, "Что вышло")
    author.locator("#id_indicators-0-actual").fill("94")
    cast.review = steps.sent(author)
    assert cast.review in cast.letter("coordinator@", f"Ждёт вас: «{TITLE}»")


def the_municipality_returns_it_and_the_author_mends_it(cast: Cast) -> None:
    author, coordinator = cast.author, cast.coordinator
    steps.from_queue(coordinator, TITLE)
    steps.remark(coordinator, "aim", "Скажите цель одной фразой.")
    steps.decide(coordinator, "Вернуть с замечаниями", "возвращена на доработку")
    assert "Скажите цель одной фразой." in cast.letter("methodist@", "возвращена на доработку")
    steps.edit(author, cast.review)
    steps.tab(author, "Как устроено")
    expect(author.locator(".duet-own-remarks:visible")).to_contain_text("Скажите цель одной фразой.")
    author.locator("#id_aim").fill("Один вопрос вместо двадцати замечаний.")
    steps.sent(author)
    coordinator.goto("/admin/praktiki/")
    coordinator.get_by_role("link", name="текст изменился с прошлого раза").click()
    expect(coordinator.locator("ins").filter(has_text="вместо").first).to_be_visible()
    approve_at_home(cast)


def experts_score_blind_and_the_region_decides(cast: Cast) -> None:
    score_twice(cast, first=4, second=4)
    steps.from_queue(cast.centre, TITLE)
    expect(cast.centre.locator(".duet-scores")).to_contain_text("80 из 100 в среднем")
    expect(cast.centre.locator(".duet-scores")).to_contain_text("Буланова")
    steps.decide(cast.centre, "Одобрить", "опубликована")
    cast.author.goto(cast.review)
    expect(cast.author.locator(".duet-scores")).to_contain_text("Эксперт 1")
    expect(cast.author.locator("main")).not_to_contain_text("Буланова")
    cast.reader.goto(ORIGINAL_PATH)
    expect(cast.reader.get_by_role("heading", level=1)).to_have_text(TITLE)


def the_region_takes_a_copy(cast: Cast) -> None:
    centre, reader = cast.centre, cast.reader
    centre.goto("/admin/republication/")
    centre.get_by_role("link", name=TITLE, exact=True).click()
    centre.get_by_label("Заголовок у нас").fill(COPY)
    centre.get_by_label("сначала показывать мне").check()
    centre.get_by_role("button", name="Создать черновик копии").click()
    expect(steps.message(centre)).to_contain_text("Черновик копии создан")
    steps.press_in_menu(centre, "Опубликовать")
    expect(steps.message(centre)).to_contain_text("опубликована")
    reader.goto(COPY_PATH)
    expect(reader.get_by_role("heading", level=1)).to_have_text(COPY)
    expect(reader.locator("main")).to_contain_text("Источник: Ключевской район")
    expect(reader.locator("main")).to_contain_text("Слово в слово как у источника.")
    assert str(reader.locator("link[rel=canonical]").get_attribute("href")).endswith(ORIGINAL_PATH)


def a_school_of_the_neighbours_applies_it(cast: Cast) -> None:
    school = cast.expert
    school.goto(ORIGINAL_PATH)
    school.get_by_role("link", name="Берём практику").click()
    school.locator("select[name=organisation]").select_option(label="Андреевская школа")
    school.get_by_label("Что меняете у себя").fill("Встречаемся раз в две недели.")
    school.get_by_role("button", name="Берём").click()
    assert "раз в две недели" in cast.letter("methodist@", "Андреевская школа берёт вашу практику")
    school.get_by_label("применяет", exact=True).check()
    school.get_by_role("button", name="Записать").click()
    cast.reader.goto(ORIGINAL_PATH)
    expect(cast.reader.locator("main")).to_contain_text("Применяет 1 школа")
    expect(cast.reader.locator("main")).to_contain_text("Андреевская школа")


def a_second_edition_passes_the_same_review(cast: Cast) -> None:
    author = cast.author
    steps.edit(author, cast.review)
    steps.tab(author, "Как устроено")
    author.locator("#id_aim").fill(NEW_AIM)
    steps.tab(author, "Что вышло")
    author.locator("#id_result").fill(f"{NEW_RESULT} {steps.STORY}")
    steps.sent(author)
    cast.reader.goto(ORIGINAL_PATH)
    expect(cast.reader.locator("main")).not_to_contain_text(NEW_RESULT)
    approve_at_home(cast)
    score_twice(cast, first=5, second=4)
    steps.from_queue(cast.centre, TITLE)
    steps.decide(cast.centre, "Одобрить", "опубликована")
    cast.reader.reload()
    expect(cast.reader.locator("main")).to_contain_text(NEW_RESULT)


def the_centre_takes_over_one_part_of_two(cast: Cast) -> None:
    centre, reader = cast.centre, cast.reader
    cast.letter("centre@", "Источник изменился")
    reader.goto(COPY_PATH)
    expect(reader.locator("main")).not_to_contain_text(NEW_RESULT)
    centre.goto("/admin/republication/inbox/")
    centre.get_by_role("link", name=COPY).click()
    centre.get_by_role("checkbox", name=re.compile("Цель")).uncheck()
    centre.get_by_role("button", name="Принять отмеченное").click()
    expect(steps.message(centre)).to_contain_text("Копия обновлена.")
    reader.reload()
    expect(reader.locator("main")).to_contain_text(NEW_RESULT)
    expect(reader.locator("main")).not_to_contain_text(NEW_AIM)
    reader.get_by_role("link", name="Отличия от источника").click()
    expect(reader.locator("main")).to_contain_text("для классных руководителей")


def the_practice_is_withdrawn_and_its_copy_with_it(cast: Cast) -> None:
    coordinator, reader = cast.coordinator, cast.reader
    coordinator.goto(cast.review)
    coordinator.get_by_role("link", name="Снять с публикации").click()
    coordinator.locator("textarea[name=reason]").fill("Нашли ошибку в цифрах.")
    coordinator.get_by_role("button", name="Снять с публикации").click()
    expect(steps.message(coordinator)).to_contain_text("снята с публикации")
    assert "Нашли ошибку в цифрах." in cast.letter("methodist@", "снята с публикации")
    cast.letter("centre@", "Источник снял материал")
    answers = [reader.goto(path) for path in (ORIGINAL_PATH, COPY_PATH)]
    assert [answer.status for answer in answers if answer] == [404, 410]
    expect(reader.get_by_role("heading", level=1)).to_have_text("Материал снят с публикации")
    expect(reader.locator("main")).not_to_contain_text(NEW_RESULT)
    cast.centre.goto("/admin/reports/mail/")
    expect(cast.centre.locator("main")).to_contain_text("Источник снял материал")


def approve_at_home(cast: Cast) -> None:
    """The coordinator passes on what the methodist has sent."""
    steps.from_queue(cast.coordinator, TITLE)
    steps.decide(cast.coordinator, "Одобрить", "на экспертизе")


def score_twice(cast: Cast, *, first: int, second: int) -> None:
    """Two experts of other municipalities, neither of whom learns whose practice it is."""
    steps.from_queue(cast.expert, TITLE)
    expect(cast.expert.locator("main")).not_to_contain_text("Ключевской")
    steps.give_points(cast.expert, first)
    cast.invitation = cast.letter("expert-", TITLE, unlike=cast.invitation)
    cast.stranger.goto(link_in(cast.invitation))
    expect(cast.stranger.locator("main")).not_to_contain_text("Ключевской")
    steps.give_points(cast.stranger, second)
