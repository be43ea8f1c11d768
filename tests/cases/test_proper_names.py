"""Schools and people of the region, asked for as people write them; and what is found while somebody types."""

import html
import re

import pytest

from tests.cases.conftest import Asking

SCHOOLS = [
    ("МБОУ Ракитинская СОШ", "Ракитинская школа"),
    ("СОШ 3", "школа № 3"),
    ("школа № 3 Северореченск", "Школа № 3, г. Северореченск"),
    ("школа №3", "школа № 3"),
    ("МАОУ СОШ №12 г. Северореченск", "Школа № 12, г. Северореченск"),
    ("4-я школа Родник", "Школа № 4, г. Родник"),
    ("гимназия 11", "Гимназия № 11"),
    ("МБОУ «Лицей № 17»", "Лицей № 17"),
    ("Калиновская ООШ", "Калиновская школа"),
    ("д/с Ручеёк", "Детский сад «Ручеёк»"),
    ("МБДОУ детский сад «Ромашка»", "Детский сад «Ромашка»"),
    ("СОШ с. Ключи", "Ключевская школа"),
    ("лицей 2 г.Мельничный", "Лицей № 2, г. Мельничный"),
    ("Рябиновская СОШ № 2", "Рябиновская школа № 2"),
]

NAMES = [
    ("Ковалёва Е.Е.", "Ковалёва Елена Егоровна"),
    ("Е. Е. Ковалёва", "Ковалёва Елена Егоровна"),
    ("Ковалева ЕЕ", "Ковалёва Елена Егоровна"),
    ("Дьякова С. З.", "Дьякова Светлана Захаровна"),
    ("А.И. Гранин", "Гранин Алексей Ильич"),
    ("гранин аи", "Гранин Алексей Ильич"),
    ("Юрасовой Н.А.", "Юрасова Наталия Алексеевна"),
    ("Б. И. Дьяков", "Дьяков Борис Ильич"),
    ("Сибгатуллин Азат Н.", "Сибгатуллин Азат Наилевич"),
]

UNFINISHED = [
    ("русский яз", "русский язык"),
    ("начальная шк", "начальная школа"),
    ("английский яз", "английский язык"),
    ("физическая культ", "физическая культура"),
    ("классный рук", "классный руководитель"),
    ("Северор", "Северореченск"),
    ("подготовка к ег", "подготовка к егэ"),
]


@pytest.mark.parametrize(("typed", "place"), SCHOOLS)
def test_people_of_the_school_come_first(asking: Asking, typed: str, place: str) -> None:
    found = asking.mentors(typed, size=48)["items"]
    right = [place.lower() in one["place"].lower() for one in found]
    assert right[0]
    assert right == sorted(right, reverse=True)


def test_all_spellings_of_a_school_find_the_same_people(asking: Asking) -> None:
    answers = [asking.mentors(typed) for typed in ("школа № 3", "школа №3", "школа 3", "МКОУ СОШ № 3", "3 школа")]
    assert len({answer["total"] for answer in answers}) == 1
    assert len({tuple(one["id"] for one in answer["items"]) for answer in answers}) == 1


@pytest.mark.parametrize(("typed", "name"), NAMES)
def test_the_person_with_these_initials_comes_first(asking: Asking, typed: str, name: str) -> None:
    assert asking.mentors(typed)["items"][0]["name"] == name


@pytest.mark.parametrize(("typed", "whole"), UNFINISHED)
def test_a_beginning_finds_what_the_whole_word_would(asking: Asking, typed: str, whole: str) -> None:
    begun, finished = asking.mentors(typed, size=48), asking.mentors(whole, size=48)
    assert begun["total"] >= finished["total"] > 0
    assert begun["mended"] is None


def test_all_surnames_that_begin_so_are_found_together(asking: Asking) -> None:
    surnames = {one["name"].split()[0] for one in asking.mentors("Ковал", size=48)["items"]}
    assert {"Коваленко", "Ковальчук", "Ковалёва"} <= surnames


@pytest.mark.parametrize("typed", ["матем", "русский яз", "Севе", "Ковал", "СОШ 3", "подгот", "детский сад"])
def test_the_page_finds_what_an_offer_counts_under_the_chosen_conditions(asking: Asking, typed: str) -> None:
    for chosen in ({}, {"district": "severorechensk"}, {"category": "highest"}):
        for offer, total in _offers(asking, typed, **chosen):
            assert asking.mentors(offer, **chosen)["total"] == total


@pytest.mark.parametrize("typed", ["ковал", "мате", "СОШ 3", "Дьякова С", "гимназ"])
def test_where_the_page_finds_people_something_is_offered(asking: Asking, typed: str) -> None:
    assert asking.mentors(typed)["total"]
    assert 'role="option"' in asking.page(typed, "/nastavniki/podskazki/")


def _offers(asking: Asking, typed: str, **chosen: str) -> list[tuple[str, int]]:
    """The offers with a count: texts and totals."""
    page = asking.page(typed, "/nastavniki/podskazki/", **chosen)
    found = re.findall(r'data-text="([^"]*)".*?<span class="quiet">[^<]*?, ([\d\s\xa0]+) ', page)
    return [(html.unescape(text), int(re.sub(r"\D", "", total))) for text, total in found]
