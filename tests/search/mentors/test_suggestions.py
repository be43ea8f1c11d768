"""Offers while somebody types."""

from __future__ import annotations

from django.test import Client

from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import ADDRESS, Shown


def _offers(client: Client, typed: str, **chosen: str) -> list[str]:
    response = client.get(f"{ADDRESS}podskazki/", {"q": typed, **chosen})
    return [" ".join(option.text.split()) for option in Shown(response).soup.select("[role=option]")]


def test_subjects_people_schools_and_districts(region: Region, client: Client) -> None:
    region.mentor("Матвеева", "klyuchi-1", "mathematics", directions="exams")
    region.mentor("Озерова", "ozerki-1", "mathematics")
    assert _offers(client, "мат") == ["Математика предмет, 2 наставника", "Матвеева Вера Ильинична наставник"]
    assert "Озерковский район район, 1 наставник" in _offers(client, "озер")
    assert "Подготовка к ОГЭ и ЕГЭ направление, 1 наставник" in _offers(client, "подгот")


def test_each_offer_can_be_named_by_the_field(region: Region, client: Client) -> None:
    region.mentor("Матвеева")
    options = Shown(client.get(f"{ADDRESS}podskazki/", {"q": "мат"})).soup.select("[role=option]")
    assert [option["id"] for option in options] == ["suggestion-1", "suggestion-2"]
    assert [option["data-text"] for option in options] == ["Математика", "Матвеева Вера Ильинична"]


def test_an_offer_finds_what_it_says(region: Region, client: Client) -> None:
    region.mentor("Матвеева")
    assert Shown(client.get(ADDRESS, {"q": "Матвеева Вера Ильинична"})).total == 1


def test_an_offer_counts_under_the_chosen_conditions(region: Region, client: Client) -> None:
    region.mentor("Матвеева", "klyuchi-1", "mathematics", directions="exams")
    region.mentor("Озерова", "ozerki-1", "mathematics")
    assert _offers(client, "матем", district="ozerki") == ["Математика предмет, 1 наставник"]
    assert _offers(client, "подгот", district="ozerki") == []
    assert _offers(client, "матем", district="nowhere") == _offers(client, "матем")


def test_one_letter_is_too_little(region: Region, client: Client) -> None:
    region.mentor("Матвеева")
    assert _offers(client, "м") == []
    assert _offers(client, "") == []
