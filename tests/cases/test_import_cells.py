"""The cells of the cases' spreadsheets: each is understood whole, or it is named and nothing is made of it."""

from __future__ import annotations

import pytest

from cms.territories.models import Municipality
from tests.cases import importing
from tests.cases.importing import Reading

#: Row of ``06_names.xlsx`` → the name under which the person goes in; "" is refused or asked; a star has a remark.
NAMES = """
2 Бабич|Анна|Петровна*    3 Якубович|Иван|Петрович*  4 Ю|Анна|Петровна        5 -
6 Проверкина|Анна|Ивановна*  7 Тестова|Анна|Петровна*  8 фон Шлиппе|Анна|Карловна  9 -
10 Проверкина|Анна|Ивановна*  11 Иванова-Петрова|Анна|  14 -  15 -
12 Проверкина|Анна|Ивановна*  13 Проверкина|Анна|Ивановна*
16 Ибрагимова|Лейла|Али кызы  17 Проверкина|Анна|Ивановна*  18 Проверкина|Анна|Ивановна
19 О’Нил|Анна|Ивановна  20 Андрей|Сергей|Петрович  21 -  22 -  23 -  24 -  25 -  26 Проверкина|Анна|Ивановна*
"""
#: Row of ``07_categories.xlsx`` → category; those after a star have a remark.
CATEGORIES = {
    "highest": (2, 3, 7, 11, 15, 17, 22, 23, 29),
    "first": (4, 8, 9, 10, 12, 18, 20, 25, 26, 28),
    "none": (14, 16, 19),
    None: (5, 6, 13, 21, 24, 27, 30, 31),
}
REMARKED_CATEGORIES = (5, 6, 13, 14, 17, 21, 22, 23, 24, 27, 29, 30, 31)
#: Row of ``11_contacts.xlsx`` → address for letters, page, phone, and whether there is a remark.
CONTACTS: dict[int, tuple[str, str, str, bool]] = {
    2: ("", "https://school1.example.org/teachers", "", False),
    3: ("", "", "", True),
    4: ("", "", "", True),
    5: ("anna@example.org", "", "", True),
    6: ("anna@example.org", "", "8-900-000-00-00", False),
    7: ("anna@example.org", "https://site.example.org/anna", "", False),
    8: ("", "", "", True),
    9: ("", "", "", True),
    10: ("", "", "", True),
    11: ("Anna@Example.Org", "", "", True),
    12: ("anna@example.org", "", "", True),
    13: ("", "", "", False),
    14: ("", "", "", True),
}
#: Row of ``12_subjects.xlsx`` → the subjects, and the pieces that are named.
SUBJECTS: dict[int, tuple[str, str]] = {
    2: ("Начальная школа", ""),
    3: ("Начальная школа", ""),
    4: ("Физическая культура", ""),
    5: ("Изобразительное искусство", "МХК"),
    6: ("Основы безопасности и защиты Родины", ""),
    7: ("Основы безопасности и защиты Родины", ""),
    10: ("", "Родной язык"),
    11: ("", "Вероятность и статистика"),
    15: ("Литература, Русский язык", "(5-9 кл.)"),
    16: ("Информатика, Математика", ""),
    17: ("История, Обществознание", ""),
    19: ("Математика, Физика", ""),
    20: ("Биология, Химия", ""),
    21: ("", "ин.яз"),
    22: ("Английский язык, Немецкий язык", ""),
    24: ("Начальная школа", ""),
    25: ("Музыка", "МХК"),
    28: ("", "Чтение"),
    30: ("", "все предметы"),
    31: ("", "Классный руководитель"),
    34: ("Английский язык", ""),
    35: ("Физическая культура", "спорт"),
    36: ("Коррекционная педагогика", ""),
    37: ("", "Кубановедение"),
    38: ("", "Разговоры о важном"),
}
#: Row of ``29_experience.xlsx`` → the band, and whether there is a remark.
EXPERIENCE: dict[int, tuple[str | None, bool]] = {
    2: (None, True),
    3: ("21-30", True),
    4: ("11-20", False),
    5: ("31-40", False),
    6: ("21-30", True),
    7: ("21-30", True),
    8: (None, True),
    9: ("0-10", False),
    10: ("0-10", False),
    11: (None, True),
}


def _names() -> dict[int, str]:
    words = " ".join(NAMES.split())
    found: dict[int, str] = {}
    for piece in words.replace(" кызы", "_кызы").replace("фон ", "фон_").split(" "):
        if piece.isdigit():
            number = int(piece)
        else:
            found[number] = piece.replace("_", " ")
    return found


@pytest.fixture
def reading(request: pytest.FixtureRequest, bank: Municipality) -> Reading:
    return importing.read(request.param, municipality=bank.pk)


@pytest.mark.parametrize("reading", ["06_names.xlsx"], indirect=True)
def test_names(reading: Reading) -> None:
    for number, right in _names().items():
        row = reading.rows[number].row
        whole = "|".join((row.name.last, row.name.first, row.name.patronymic))
        if right == "-":
            assert row.name.problem, number
            assert not reading.mentor(number), number
        else:
            assert (number, whole, bool(row.name.remark)) == (number, right.rstrip("*"), right.endswith("*"))


@pytest.mark.parametrize("reading", ["07_categories.xlsx"], indirect=True)
def test_categories(reading: Reading) -> None:
    read = {number: reading.value(number, "category") for number in reading.rows}

    assert read == {number: category for category, numbers in CATEGORIES.items() for number in numbers}
    assert tuple(number for number in sorted(read) if _is_named(reading, number)) == REMARKED_CATEGORIES
    assert reading.value(7, "special_categories") == ["methodist"]


@pytest.mark.parametrize("reading", ["11_contacts.xlsx"], indirect=True)
def test_contacts(reading: Reading) -> None:
    fields = ("email", "page_url", "phone")

    assert {
        number: (*(reading.value(number, name) or "" for name in fields), _is_named(reading, number))
        for number in reading.rows
    } == CONTACTS


@pytest.mark.parametrize("reading", ["12_subjects.xlsx"], indirect=True)
def test_subjects(reading: Reading) -> None:
    for number, (subjects, named) in SUBJECTS.items():
        assert (number, ", ".join(reading.value(number, "subjects"))) == (number, subjects)
        assert named in reading.remarks(number)
        assert _is_named(reading, number) == bool(named), number


@pytest.mark.parametrize("reading", ["28_phone_in_contacts.xlsx"], indirect=True)
def test_a_phone_and_an_address_stand_each_in_its_field(reading: Reading) -> None:
    assert (reading.value(2, "phone"), reading.value(2, "email")) == ("8-900-000-00-00", "anna@example.org")
    assert (reading.value(3, "phone"), reading.value(3, "email")) == ("8-900-000-00-01", None)


@pytest.mark.parametrize("reading", ["29_experience.xlsx"], indirect=True)
def test_experience(reading: Reading) -> None:
    read = {number: (reading.value(number, "experience_band"), _is_named(reading, number)) for number in reading.rows}

    assert read == EXPERIENCE


def _is_named(reading: Reading, number: int) -> bool:
    """Whether the row says anything beside its changes."""
    row = reading.rows[number].row
    return bool(row.remarks or row.unknown)
