"""Above the pages stand the first mentors and the sections that hold something, each once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cms.pages.models import HomePage
from tests.factories import MentorFactory, SubjectFactory
from tests.factories.acts import act_section, make_act
from tests.search.mentors.reading import Shown
from tests.search.site.conftest import Site

Look = Callable[..., Shown]


def _above(page: Shown) -> Any:
    return page.soup.select_one(".above")


def test_the_field_in_the_header_searches_everything(site: Site, client: Client) -> None:
    head = Shown(client.get(site.page("О центре").url)).soup.select_one("header form")
    assert head["action"] == "/poisk/"


def test_mentors_come_first_then_pages(site: Site, look: Look) -> None:
    site.page("Аттестация педагогов")
    for _number in range(5):
        MentorFactory(public=True, about="Готовлю к аттестации")
    page = look("q=аттестация")
    assert _above(page).h2.text == "Наставники: 5"
    assert len(_above(page).select("article.card")) == 3
    assert look(_above(page).select_one("section > p a")["href"]).total == 5
    assert page.names[-1] == "Аттестация педагогов"
    assert page.html.index("Наставники: 5") < page.html.index('id="results-title"')


def test_where_only_mentors_are_found_the_page_says_so(site: Site, look: Look) -> None:
    MentorFactory(public=True, about="Веду кружок керамики")
    page = look("q=керамика")
    assert _above(page).h2.text == "Наставники: 1"
    assert page.headline == "Среди страниц сайта больше ничего не нашлось"


def test_conditions_ask_for_pages_alone(site: Site, look: Look) -> None:
    site.page("Аттестация педагогов", year=2024)
    MentorFactory(public=True, about="Готовлю к аттестации")
    page = look("q=аттестация&year=2024")
    assert _above(page) is None
    assert page.names == ["Аттестация педагогов"]
    assert page.soup.select_one(".also").text.split() == ["Наставники:", "1"]


def test_an_empty_section_is_not_found_and_full_ones_are_one_line(site: Site, look: Look) -> None:
    for home in (HomePage.objects.get(), *site.branches.values()):
        act_section(home)
    assert look("q=нормативные").soup.select_one(".sections-found") is None
    make_act("5-о", title="О паре", home=site.branches["klyuchi"])
    page = look("q=нормативные акты")
    found = _above(page).select_one(".sections-found")
    assert [link.text for link in found.select("a")] == ["Нормативные акты", "Ключевской район"]
    assert "ещё в 1 муниципалитете" in " ".join(found.text.replace("\xa0", " ").split())
    assert "Нормативные акты" not in page.names


def test_sections_are_no_material(site: Site, look: Look) -> None:
    act_section()
    assert "Нормативные акты" not in look().names
    assert not any(code == "section" for _facet, code in look().boxes)


@pytest.mark.parametrize("typed", ["мат", "матем"])
def test_the_bank_is_suggested_too(site: Site, client: Client, typed: str) -> None:
    MentorFactory(public=True, subjects=[SubjectFactory(name="Математика")])
    site.page("Материалы семинара")
    html = client.get("/poisk/podskazki/", {"q": typed}).content.decode()
    assert "Математика" in html
    assert ("Материалы семинара" in html) == (typed == "мат")
