"""«Поиск по сайту» finds what every visitor may read, in whatever form it was asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories import MentorFactory
from tests.search.mentors.reading import Shown
from tests.search.site.conftest import ADDRESS, Site

Look = Callable[..., Shown]


@pytest.fixture
def materials(site: Site) -> Site:
    site.page("Аттестация педагогов", "Сроки подачи заявлений и перечень бумаг.", year=2024)
    site.page("О центре", "Мы помогаем молодым учителям. Раз в месяц проводим встречи наставников.", lead="Кто мы")
    site.page("Ёлка для педагогов", "Праздник в доме учителя", year=2024)
    return site


def test_without_words_everything_is_shown_and_every_kind_is_named(materials: Site, look: Look) -> None:
    page = look()
    assert page.headline == "5 материалов"
    assert "Муниципалитеты" in page.soup.select_one(".also").text
    assert look(page.link("Муниципалитеты: 2")).total == 2


@pytest.mark.parametrize("typed", ["аттестации", "Аттестация", "fnntcnfwbz", "атестация"])
def test_forms_layout_and_typing_errors_are_understood(materials: Site, look: Look, typed: str) -> None:
    assert look(f"q={typed}").names == ["Аттестация педагогов"]


@pytest.mark.parametrize("typed", ["елка", "ёлки", "ЕЛКУ"])
def test_yo_is_ye(materials: Site, look: Look, typed: str) -> None:
    assert look(f"q={typed}").names == ["Ёлка для педагогов"]


def test_the_title_counts_for_more_than_the_text(materials: Site, look: Look) -> None:
    materials.page("Расписание", "Аттестация упомянута здесь один раз")
    assert look("q=аттестация").names == ["Аттестация педагогов", "Расписание"]


def test_a_word_of_the_text_shows_its_sentence(materials: Site, look: Look) -> None:
    page = look("q=встреча")
    assert page.names == ["О центре"]
    assert "Раз в месяц проводим <mark>встречи</mark> наставников." in page.html


def test_facets_narrow_and_their_counts_come_true(materials: Site, look: Look) -> None:
    for (facet, code), box in look().boxes.items():
        if box.count:
            assert look(f"{facet}={code}").total == box.count, (facet, code)
    assert look("year=2024").total == 2
    assert look("kind=municipality&district=klyuchi").names == ["Ключевской район"]
    assert look("district=klyuchi").headline == "1 материал в Ключевском районе"


def test_years_stand_from_the_newest(materials: Site, look: Look) -> None:
    years = [code for facet, code in look().boxes if facet == "year"]
    assert years == sorted(years, reverse=True)


def test_nothing_found_leads_on(materials: Site, look: Look) -> None:
    page = look("q=аттестация&year=2026")
    assert page.headline == "Под оба условия ничего не подошло"
    assert {words: look(url).total for words, url in page.ways.items()} == {
        "Убрать 2026 год 1 материал": 1,
        "Убрать слова «аттестация» 1 материал": 1,
    }
    assert look("q=щщщъъъ").headline == "По запросу «щщщъъъ» ничего не нашлось"


def test_mentors_who_are_found_by_the_same_words_are_offered(materials: Site, look: Look) -> None:
    MentorFactory(public=True, about="Готовлю к аттестации")
    beside = look("q=аттестация&year=2024").soup.select_one(".also")
    assert beside.text.split() == ["Наставники:", "1"]
    assert look(beside.a["href"]).total == 1


def test_words_that_no_mentor_has_lead_to_the_site(materials: Site, client: Client) -> None:
    page = Shown(client.get("/nastavniki/", {"q": "аттестация"}))
    assert (
        page.link("На остальном сайте: 1") == "/poisk/?q=%D0%B0%D1%82%D1%82%D0%B5%D1%81%D1%82%D0%B0%D1%86%D0%B8%D1%8F"
    )


def test_titles_are_suggested(materials: Site, client: Client) -> None:
    html = client.get(f"{ADDRESS}podskazki/", {"q": "атт"}).content.decode()
    assert "Аттестация педагогов" in html
    assert "О центре" not in html


def test_search_engines_are_kept_out_but_may_follow(materials: Site, look: Look) -> None:
    assert look().soup.find("meta", attrs={"name": "robots", "content": "noindex,follow"})


def test_live_parts_show_the_same_as_the_page(materials: Site, look: Look) -> None:
    live, whole = look("q=аттестация", **{"HX-Request": "true"}), look("q=аттестация")
    assert not live.soup.find("header")
    assert (live.names, live.boxes, live.headline) == (whole.names, whole.boxes, whole.headline)


@pytest.mark.parametrize(
    "query",
    ["q=" + "слово+" * 3000, "q=%00", "q=%22%27%3C", "page=-1", "page=999999", "year=%00&kind=x&district=y", "%FF=1"],
)
def test_odd_input_is_answered(materials: Site, client: Client, query: str) -> None:
    assert client.get(f"{ADDRESS}?{query}", follow=True).status_code == 200
    assert client.get(f"{ADDRESS}podskazki/?{query}").status_code == 200
