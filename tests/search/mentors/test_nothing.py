"""From an empty result there is always a way on, and its number comes true."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import Shown

Look = Callable[..., Shown]


@pytest.fixture
def bank(region: Region) -> Region:
    region.mentor("Алексеева", "klyuchi-1", "mathematics", category="first", meetings=["distance"])
    region.mentor("Борисова", "klyuchi-2", "mathematics", category="highest", meetings=["distance"])
    region.mentor("Васильева", "lipovets-1", "physics", category="highest", meetings=["distance"])
    region.mentor("Громова", "lipovets-1", "physics", category="highest", meetings=["distance"])
    region.mentor("Дмитриева", "ozerki-1", "physics", category="highest", meetings=["in-person"])
    return region


def _numbers(ways: dict[str, str]) -> dict[str, int]:
    return {words: int(re.findall(r"\d+", words)[-1]) for words in ways}


@pytest.mark.parametrize(
    "query",
    [
        "q=физика&district=klyuchi&category=highest",
        "district=klyuchi&subject=physics&meeting=distance",
        "q=физика&district=klyuchi&organisation=klyuchi-1",
        "district=klyuchi&organisation=klyuchi-1&category=highest",
        "district=ozerki&meeting=distance&subject=physics&category=highest",
    ],
)
def test_each_way_out_brings_what_it_says(bank: Region, look: Look, query: str) -> None:
    page = look(query)
    assert page.total == 0
    assert page.ways
    for words, total in _numbers(page.ways).items():
        assert total > 0
        assert look(page.ways[words]).total == total, words


def test_conditions_are_named_and_the_largest_gain_comes_first(bank: Region, look: Look) -> None:
    page = look("q=физика&district=klyuchi&category=highest")
    assert page.headline == "Под все три условия никто не подошёл"
    assert "Уберите одно, и наставники найдутся:" in page.html
    assert list(page.ways) == [
        "Убрать Ключевской район 3 наставника",
        "Убрать слова «физика» 1 наставник",
    ]


def test_the_nearest_district_with_hits_is_offered(bank: Region, look: Look) -> None:
    page = look("district=ozerki&subject=mathematics")
    assert "Ближайший район, где подходит остальное" in page.html
    nearest = page.link("Ключевской район: 2 наставника")
    assert look(nearest).total == 2
    page = look("district=klyuchi&subject=physics")
    assert look(page.link("Липовецкий район: 2 наставника")).total == 2


def test_the_nearest_district_forgets_the_organisation(bank: Region, look: Look) -> None:
    page = look("district=klyuchi&organisation=klyuchi-1&subject=physics")
    assert look(page.link("Липовецкий район: 2 наставника")).total == 2


def test_words_that_nobody_has_lead_to_everybody(bank: Region, look: Look) -> None:
    page = look("q=щщщъъъ")
    assert page.headline == "По запросу «щщщъъъ» никто не нашёлся"
    assert not page.ways
    assert look(page.link("Показать всех: 5 наставников")).total == 5


def test_where_one_condition_is_not_enough_it_says_so(bank: Region, look: Look) -> None:
    page = look("q=щщщъъъ&subject=art")
    assert not page.ways
    assert "Одно условие здесь не поможет" in page.html
    assert look(page.link("Показать всех: 5 наставников")).total == 5


def test_an_empty_bank_says_so(region: Region, look: Look) -> None:
    page = look()
    assert page.headline == "В банке пока нет наставников"
    assert page.boxes
    assert all(box.disabled for box in page.boxes.values())


def test_facets_without_a_choice_fold_and_say_so(bank: Region, look: Look) -> None:
    page = look("subject=art")
    facet = page.soup.find(attrs={"data-facet": "experience"})
    assert not facet.has_attr("open")
    assert "выбора нет" in facet.summary.text
