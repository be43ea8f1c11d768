"""The page shows what was asked for, with counts that come true."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import PairFactory
from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import ADDRESS, Shown

Look = Callable[..., Shown]


@pytest.fixture
def bank(region: Region) -> Region:
    region.mentor("Алексеева", "klyuchi-1", "mathematics", category="highest", directions="exams", audiences="young",
                  meetings=["in-person"], experience_band="31-40", places_total=3)  # fmt: skip
    region.mentor("Борисова", "klyuchi-2", "mathematics physics", category="first", directions="exams inclusion",
                  meetings=["in-person", "distance"], experience_band="11-20", forms=["classic"])  # fmt: skip
    region.mentor("Васильева", "lipovets-1", "physics", category="highest", audiences="young student",
                  meetings=["distance"], experience_band="21-30", forms=["classic", "virtual"])  # fmt: skip
    region.mentor("Громова", "lipovets-2", "art", category="none", experience_band="0-10")
    full = region.mentor("Дмитриева", "ozerki-1", "mathematics", category="highest", places_total=1)
    PairFactory(mentor=full, active=True)
    return region


def test_without_conditions_everybody_public_is_shown(bank: Region, look: Look) -> None:
    bank.mentor("Скрытая", live=False)
    page = look()
    assert page.headline == "В банке 5 наставников"
    assert page.total == 5
    assert "Скрытая" not in page.html
    assert page.chips == {}


def test_who_has_no_free_place_comes_last(bank: Region, look: Look) -> None:
    assert look().names[-1].startswith("Дмитриева")
    assert look("subject=mathematics").names[-1].startswith("Дмитриева")
    assert look("q=математика").names[-1].startswith("Дмитриева")


def test_values_of_a_facet_add_up_and_facets_narrow(bank: Region, look: Look) -> None:
    both = look("district=klyuchi&district=lipovets")
    assert (both.total, both.headline) == (4, "4 наставника в двух районах")
    narrowed = look("district=klyuchi&district=lipovets&subject=physics")
    assert sorted(name.split()[0] for name in narrowed.names) == ["Борисова", "Васильева"]


def test_a_chosen_value_leaves_the_counts_of_its_own_facet_as_they_were(bank: Region, look: Look) -> None:
    for facet, code in [
        ("district", "klyuchi"),
        ("subject", "physics"),
        ("category", "first"),
        ("direction", "inclusion"),
        ("experience", "11-20"),
        ("audience", "student"),
        ("form", "virtual"),
        ("meeting", "distance"),
        ("places", "free"),
    ]:
        before, after = look().boxes, look(f"{facet}={code}").boxes
        own = {key: box.count for key, box in before.items() if key[0] == facet}
        assert {key: box.count for key, box in after.items() if key[0] == facet} == own, facet
        assert after[facet, code].checked


def test_organisations_keep_their_counts_too(bank: Region, look: Look) -> None:
    boxes = look("district=klyuchi&organisation=klyuchi-1").boxes
    assert boxes["organisation", "klyuchi-1"].count == boxes["organisation", "klyuchi-2"].count == 1


@pytest.mark.parametrize("chosen", ["", "district=klyuchi&category=highest", "q=математика&meeting=distance"])
def test_every_count_comes_true(bank: Region, look: Look, client: Client, chosen: str) -> None:
    shown = look(chosen)
    for (facet, code), box in shown.boxes.items():
        others = [pair for pair in chosen.split("&") if pair and not pair.startswith(f"{facet}=")]
        if box.count:
            assert look("&".join([*others, f"{facet}={code}"])).total == box.count, (facet, code)
        assert box.disabled == (not box.count and not box.checked), (facet, code)


def test_organisations_appear_with_their_districts(bank: Region, look: Look) -> None:
    assert not [key for key in look().boxes if key[0] == "organisation"]
    one = {code: box.label for (facet, code), box in look("district=klyuchi").boxes.items() if facet == "organisation"}
    assert one == {"klyuchi-1": "Школа № 1", "klyuchi-2": "Школа № 2"}
    two = look("district=klyuchi&district=lipovets").boxes
    assert two["organisation", "lipovets-1"].label == "Школа № 1, Липовецкий"


def test_a_chip_takes_away_one_condition(bank: Region, look: Look) -> None:
    page = look("q=математика&district=klyuchi&district=lipovets&category=highest&experience=31-40")
    assert list(page.chips) == ["Ключевской", "Липовецкий", "Высшая категория", "Стаж 31–40 лет"]
    assert page.chips["Липовецкий"] == (
        f"{ADDRESS}?q=%D0%BC%D0%B0%D1%82%D0%B5%D0%BC%D0%B0%D1%82%D0%B8%D0%BA%D0%B0"
        "&district=klyuchi&category=highest&experience=31-40"
    )
    without = look(page.chips["Липовецкий"])
    assert list(without.chips) == ["Ключевской", "Высшая категория", "Стаж 31–40 лет"]
    assert look(page.link("Сбросить всё")).chips == {}
    assert look(page.link("Сбросить всё")).headline == "3 наставника по математике"
    assert list(look(page.link("Снять отметки: Район")).chips) == ["Высшая категория", "Стаж 31–40 лет"]


def test_a_chosen_value_without_hits_can_still_be_taken_back(bank: Region, look: Look) -> None:
    box = look("district=klyuchi&subject=art").boxes["subject", "art"]
    assert (box.checked, box.disabled, box.count) == (True, False, 0)


def test_words_are_mended_and_can_be_searched_exactly(bank: Region, look: Look) -> None:
    page = look("q=математека")
    assert page.headline == "3 наставника по математике"
    assert "Показаны результаты для «математика»." in " ".join(page.soup.text.split())
    exact = look(page.link("Искать точно «математека»"))
    assert exact.total == 0
    assert look(exact.link("Искать и похожие слова")).total == 3


def test_another_surname_is_offered_and_nobody_shown_under_the_typed_one(bank: Region, look: Look) -> None:
    page = look("q=Олексеева")
    assert page.total == 0
    assert "Возможно, вы искали «алексеева»." in " ".join(page.soup.text.split())
    assert look(page.link("алексеева")).total == 1


def test_found_words_are_marked(bank: Region, look: Look) -> None:
    page = look("q=физики")
    assert page.marked
    assert {word.lower() for word in page.marked} == {"физика"}


def test_a_word_from_the_story_shows_its_sentence(bank: Region, look: Look) -> None:
    bank.mentor("Ежова", about="Люблю шахматы. Веду кружок робототехники для старших. Пишу статьи.")
    page = look("q=робототехника")
    assert page.names == ["Ежова Вера Ильинична"]
    assert "Веду кружок <mark>робототехники</mark> для старших." in page.html


@pytest.mark.parametrize(
    ("sort", "first"), [("name", "Алексеева"), ("places", "Алексеева"), ("experience", "Алексеева")]
)
def test_orders(bank: Region, look: Look, sort: str, first: str) -> None:
    bank.mentor("Ясенева", places_total=2)
    page = look(f"sort={sort}")
    assert page.names[0].startswith(first)
    assert page.soup.select_one("#sort option[selected]")["value"] == sort


def test_pages_and_sizes(region: Region, look: Look) -> None:
    for number in range(30):
        region.mentor(f"Наставница{number:02d}")
    first = look("sort=name")
    assert len(first.names) == 12
    assert " ".join(first.soup.select_one(".pager p").text.split()) == "1–12 из 30, по 12 или 24 или 48 на странице"
    last = look(first.link("Страница 3"))
    assert last.names == [f"Наставница{number:02d} Вера Ильинична" for number in range(24, 30)]
    assert look("sort=name&page=999999").names == last.names
    all_at_once = look(last.link("48"))
    assert len(all_at_once.names) == 30
    assert not all_at_once.soup.select(".pager ul")


def test_a_plain_form_carries_everything_along(bank: Region, look: Look) -> None:
    page = look("q=математика&district=klyuchi&exact=1&sort=name&size=24&page=1")
    form = page.soup.find("form", attrs={"data-search": True})
    assert (form["action"], form.get("method", "get")) == (ADDRESS, "get")
    sent = {(field["name"], field.get("value")) for field in form.find_all("input", attrs={"name": True})
            if field["type"] != "checkbox" or field.has_attr("checked")}  # fmt: skip
    assert sent == {("q", "математика"), ("district", "klyuchi"), ("exact", "1"), ("size", "24")}
    assert page.soup.select_one("#sort option[selected]")["value"] == "name"
    assert form.select_one("button[data-show]").text == "Показать 2"


def test_an_address_with_a_twin_leads_to_the_canonical_one(bank: Region, client: Client) -> None:
    response = client.get(ADDRESS, {"q": "", "district": ["lipovets", "klyuchi"], "sort": "relevance", "size": "12"})
    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}?district=klyuchi&district=lipovets")
    assert client.get(response["Location"]).status_code == 200


def test_an_unknown_value_is_left_out_with_a_word(bank: Region, look: Look) -> None:
    page = look("district=klyuchi&district=atlantis")
    assert "Такого района нет, условие убрано." in page.html
    assert page.total == 2


@pytest.mark.parametrize(
    ("query", "is_indexed"),
    [
        ("", True),
        ("district=klyuchi", True),
        ("subject=mathematics", True),
        ("district=klyuchi&district=lipovets", False),
        ("district=klyuchi&subject=mathematics", False),
        ("q=математика", False),
        ("sort=name", False),
        ("size=24", False),
    ],
)
def test_only_plain_lists_are_offered_to_search_engines(bank: Region, look: Look, query: str, is_indexed: bool) -> None:
    page = look(query)
    assert bool(page.soup.find("meta", attrs={"name": "robots", "content": "noindex,follow"})) != is_indexed
    canonical = page.soup.find("link", rel="canonical")["href"]
    assert canonical.startswith(f"http://testserver{ADDRESS}")


def test_a_plain_list_names_its_mentors_to_search_engines(bank: Region, look: Look) -> None:
    data = look("subject=mathematics").soup.find("script", attrs={"type": "application/ld+json"})
    listed = json.loads(data.string)
    assert (listed["@type"], listed["numberOfItems"], len(listed["itemListElement"])) == ("ItemList", 3, 3)
    assert listed["itemListElement"][0]["url"].startswith("http://testserver/nastavniki/")
    assert not look("q=математика").soup.find("script", attrs={"type": "application/ld+json"})


def test_the_head_of_the_page_tells_what_is_shown(bank: Region, look: Look) -> None:
    page = look("district=klyuchi&subject=mathematics")
    assert page.soup.title.text == "2\u00a0наставника по\u00a0математике в\u00a0Ключевском районе – «Дуэт»"
    assert "район: Ключевской; предмет: математика" in page.soup.find("meta", attrs={"name": "description"})["content"]


def test_answers_stay_out_of_shared_caches(bank: Region, client: Client) -> None:
    response: Any = client.get(ADDRESS)
    assert "private" in response["Cache-Control"]
    assert "no-cache" in response["Cache-Control"]
    assert {"HX-Request", "Cookie"} <= set(response["Vary"].split(", "))


def test_only_reading_is_allowed(db: None, client: Client) -> None:
    assert client.post(ADDRESS).status_code == 405
    assert client.head(ADDRESS).status_code == 200
