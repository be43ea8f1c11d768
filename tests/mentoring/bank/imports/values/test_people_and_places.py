"""Names, organisations and municipalities in any spelling."""

import pytest

from cms.personal_names.reading import read_name
from mentoring.bank.imports.values.municipalities import MunicipalityIndex
from mentoring.bank.imports.values.organisations import SURE, OrganisationIndex

SCHOOLS = OrganisationIndex(
    [
        (1, ["МБОУ СОШ № 12 пос. Коксовый"]),
        (2, ["СОШ №1"]),
        (3, ["МБОУ СОШ №11"]),
        (
            4,
            ["Ракитинская школа", "Муниципальное бюджетное учреждение «Ракитинская средняя общеобразовательная школа»"],
        ),
    ]
)
PLACES = MunicipalityIndex(
    [(1, ["Белокалитвинский район"]), (2, ["город Волжский", "Волжский"]), (3, ["Волжский район"])]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("МБОУ СОШ №12 п. Коксовый", [1]),
        ("средняя общеобразовательная школа № 12", [1]),
        ("СОШ №11", [3]),
        ("МБОУ СОШ №1 г. Ключи", [2]),
        ("СОШ №111", []),
        ("Ракитинская СОШ", [4]),
        ("Ракитинский лицей", []),
        ("Детский сад № 1", []),
    ],
)
def test_an_organisation_is_found_by_its_number_kind_and_name(text: str, found: list[int]) -> None:
    assert SCHOOLS.find(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Лицей № 14",
        "Лицей № 4а",
        "Лицей 40",
        "Лицей № 4/1",
        "Гимназия № 4",
        "СОШ № 4",
        "Сад № 4",
        "МБДОУ № 4",
        "д/с № 4",
        "ДОУ №4",
        "Дошкольное образовательное учреждение № 4",
        "Колледж № 4",
    ],
)
def test_a_school_with_a_like_number_or_of_another_kind_is_never_taken(text: str) -> None:
    assert OrganisationIndex([(1, ["Лицей № 4", "МБОУ «Лицей № 4»"])]).find(text) == []


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("лицей №4", True),
        ("МБОУ Лицей 4", True),
        ("МБОУ «Лицей № 04»", True),
        ("Лицей № 4 г. Ключи", False),
        ("№ 4", False),
    ],
)
def test_what_was_left_out_of_a_name_is_said(text: str, is_sure: bool) -> None:
    index = OrganisationIndex([(1, ["Лицей № 4"])])

    assert index.find(text) == [1]
    assert (index.likeness(text, 1) >= SURE) == is_sure


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Белокалитвинский", 1),
        ("Белокалитвинского р-на", 1),
        ("Белокалитвенский район", 1),
        ("г. Волжский", 2),
        ("Волжский р-н", 3),
        ("Каменский", None),
    ],
)
def test_a_municipality_is_found_with_or_without_its_kind(text: str, found: int | None) -> None:
    assert PLACES.find(text) == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Иванова Мария Петровна", ("Иванова", "Мария", "Петровна")),
        ("ИВАНОВА  МАРИЯ", ("Иванова", "Мария", "")),
        ("Мария Петровна Иванова", ("Иванова", "Мария", "Петровна")),
        ("Ивaнoва Мария Петровна", ("Иванова", "Мария", "Петровна")),
        ("САЛТЫКОВ-ЩЕДРИН МИХАИЛ", ("Салтыков-Щедрин", "Михаил", "")),
        ("Алиев Вагиф Гусейн оглы", ("Алиев", "Вагиф", "Гусейн оглы")),
    ],
)
def test_a_name_is_read_whatever_its_letters(text: str, parts: tuple[str, str, str]) -> None:
    name = read_name(text)

    assert (name.last, name.first, name.patronymic) == parts
    assert not name.problem


@pytest.mark.parametrize(
    "text", ["СОШ №1 и СОШ №11", "СОШ №1, Ракитинская школа", "СОШ №1 / СОШ №11", "СОШ №1\nСОШ №11"]
)
def test_two_organisations_in_a_cell_are_both_found_and_none_is_preferred(text: str) -> None:
    assert len(SCHOOLS.find(text)) == 2


def test_a_place_behind_a_comma_is_no_second_organisation() -> None:
    assert SCHOOLS.find("СОШ №11, г. Ключи и район") == [3]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Лицей № 4 г. Сосновск", []),
        ("Лицей № 4, с. Заречное", []),
        ("Лицей № 4 г. Ключи", [1]),
        ("МБОУ лицей №4 г.Ключи", [1]),
        ("Лицей № 4 Ключевского района", [1]),
        ("Лицей № 4 им. С. Иванова", [1]),
        ("Лицей № 4", [1]),
        ("Школа № 2 г. Сосновск", [2]),
    ],
)
def test_a_school_of_another_town_is_never_taken(text: str, found: list[int]) -> None:
    schools = OrganisationIndex([(1, ["Лицей № 4"]), (2, ["Школа № 2"])], {1: "г. Ключи Ключевской район"})
    assert schools.find(text) == found
