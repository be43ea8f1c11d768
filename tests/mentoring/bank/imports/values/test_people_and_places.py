"""Names, organisations and municipalities in any spelling."""

import pytest

from cms.personal_names.reading import read_name
from mentoring.bank.imports.values.municipalities import MunicipalityIndex
from mentoring.bank.imports.values.organisations import OrganisationIndex

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
