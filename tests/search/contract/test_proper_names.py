"""Schools and people as people write their names; the right one comes first, another number or initial never above."""

from itertools import product

import pytest

from search.interface import Engine, Query
from search.language.highlight import mark
from tests.search.contract.pairs import pairs
from tests.search.sample.kind import SCHEMA, document

SHARE = 0.95

_TOWNS = {"Родник": "Родниковский район", "Заводской": "городской округ Заводской", "Каменск": "Каменский район"}
_STORIES = ("Ведёт 3 класс, 5 лет, школа молодого учителя. 13 побед.", "Была ученицей школы № 7. Стаж 4 года, 1 приз.")


def _places() -> list[str]:
    """Schools of three towns and of two villages as their cards and charters name them."""
    found = [
        f"Школа № {number}. Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № {number}» {whose}. "
        f"г. {town}. {whose}"
        for (town, whose), number in product(_TOWNS.items(), (1, 2, 4, 5, 13, 23))
    ]
    found += [
        f"{name}. Муниципальное казённое образовательное учреждение «{name}» {whose}. г. {town}. {whose}"
        for (town, whose), name in product(
            _TOWNS.items(),
            ("Школа № 3", "Гимназия № 1", "Лицей № 4", "Детский сад № 5", "Детский сад «Ромашка»", "Детский сад № 15"),
        )
    ]
    charter = "Муниципальное казённое общеобразовательное учреждение «{} средняя общеобразовательная школа» {}"
    for name, settlement, whose in (
        ("Ракитинская", "с. Ракитино", "Ключевской район"),
        ("Староракитинская", "с. Старое Ракитино", "Ключевской район"),
        ("Ключевская", "пос. Ключи", "Ключевской район"),
    ):
        found.append(f"{name} школа. {charter.format(name, whose)}. {settlement}. {whose}")
    found.append("Школа № 3 имени Пушкина. Средняя школа № 3 имени А. С. Пушкина. г. Родник. Родниковский район")
    found.append("Школа-интернат № 2. Областная школа-интернат № 2. г. Каменск. Каменский район")
    found.append("Детская музыкальная школа № 3. г. Каменск. Каменский район")
    return found


@pytest.fixture
def schools(contracted: Engine) -> dict[int, str]:
    """Two teachers in each school, with numbers in their stories and in their subjects; the places by id."""
    places = {2 * number + twin + 1: place for number, place in enumerate(_places()) for twin in (0, 1)}
    contracted.put(
        SCHEMA.kind,
        [
            document(key, "Иванова Анна", subjects=["Математика"], about=_STORIES[key % 2], place=place)
            for key, place in places.items()
        ],
    )
    return places


def test_the_school_that_is_meant_comes_first(contracted: Engine, schools: dict[int, str]) -> None:
    asked, missed = pairs("schools"), []
    for typed, expected in asked:
        parts = expected.split("; ")
        right = {key for key, place in schools.items() if all(part in place for part in parts) and _is(place, parts[0])}
        assert right, expected
        found = [hit.id for hit in contracted.search(SCHEMA.kind, Query(typed, page_size=100)).hits]
        if not found or not set(found[: len(right)]) <= right:
            missed.append((typed, [schools[key][:40] for key in found[:2]]))
    assert 1 - len(missed) / len(asked) >= SHARE, missed


def _is(place: str, name: str) -> bool:
    """«Школа № 1» is not «Школа № 13»."""
    after = place[place.index(name) + len(name) :]
    return not after[:1].isdigit()


def test_all_spellings_of_a_school_find_the_same(contracted: Engine, schools: dict[int, str]) -> None:
    spellings = ("школа №3", "школа № 3", "школа 3", "3 школа", "МБОУ СОШ № 3", "СОШ3", "ООШ N3", "третья школа")
    totals = {contracted.search(SCHEMA.kind, Query(typed)).total for typed in spellings}
    assert len(totals) == 1


def test_a_digit_elsewhere_is_no_number_of_a_school(contracted: Engine) -> None:
    contracted.put(
        SCHEMA.kind,
        [
            document(1, "Иванова Анна", about="Ведёт 3 класс", place="Школа № 5. г. Родник"),
            document(2, "Иванова Анна", about="Стаж 5 лет", place="Школа № 3. г. Родник"),
        ],
    )
    for typed in ("СОШ 3", "школа №3", "школа 3 Родник"):
        assert [hit.id for hit in contracted.search(SCHEMA.kind, Query(typed)).hits] == [2]


def test_what_was_found_by_kind_and_number_is_marked_as_one(contracted: Engine) -> None:
    contracted.put(SCHEMA.kind, [document(1, "Иванова Анна", place="Школа № 3. г. Родник")])
    matched = contracted.search(SCHEMA.kind, Query("СОШ №3")).matched
    assert mark("Лицей № 5, Школа № 3, 3 года", matched) == "Лицей № 5, <mark>Школа № 3</mark>, 3 года"


def test_the_person_whose_initials_are_written_comes_first(contracted: Engine) -> None:
    asked = pairs("initials")
    names = [
        *dict.fromkeys(name for _, name in asked),
        "Егорова Елена Ивановна",
        "Ахметов Рашид Наилевич",
        "Юрьев Анатолий Игоревич",
    ]
    names += ["Борисов Кузьма Олегович", "Соколова Нина Павловна", "Янин Лев Борисович", "Лидина Ева Артуровна"]
    contracted.put(
        SCHEMA.kind,
        [document(key, name, subjects=["Математика"]) for key, name in enumerate(names, start=1)],
    )
    missed = []
    for typed, name in asked:
        found = [names[hit.id - 1] for hit in contracted.search(SCHEMA.kind, Query(typed)).hits]
        if found[:1] != [name]:
            missed.append((typed, found[:3]))
    assert 1 - len(missed) / len(asked) >= SHARE, missed
