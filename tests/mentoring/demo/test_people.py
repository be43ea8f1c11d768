import pytest

from demo.dice import stream
from demo.people.given import patronymic
from demo.people.people import Registry
from demo.people.surnames import FAMOUS, feminine
from demo.shapes import DemoRegion


@pytest.mark.parametrize(
    ("father", "son", "daughter"),
    [
        ("Иван", "Иванович", "Ивановна"),
        ("Сергей", "Сергеевич", "Сергеевна"),
        ("Николай", "Николаевич", "Николаевна"),
        ("Юрий", "Юрьевич", "Юрьевна"),
        ("Дмитрий", "Дмитриевич", "Дмитриевна"),
        ("Георгий", "Георгиевич", "Георгиевна"),
        ("Илья", "Ильич", "Ильинична"),
        ("Пётр", "Петрович", "Петровна"),
        ("Лев", "Львович", "Львовна"),
        ("Михаил", "Михайлович", "Михайловна"),
        ("Наиль", "Наилевич", "Наилевна"),
        ("Доржо", "Доржоевич", "Доржоевна"),
    ],
)
def test_patronymics(father: str, son: str, daughter: str) -> None:
    assert (patronymic(father, is_female=False), patronymic(father, is_female=True)) == (son, daughter)


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Лосев", "Лосева"),
        ("Королёв", "Королёва"),
        ("Ильин", "Ильина"),
        ("Покровский", "Покровская"),
        ("Ланской", "Ланская"),
        ("Подгорный", "Подгорная"),
        ("Крайний", "Крайняя"),
        ("Коваленко", "Коваленко"),
        ("Черных", "Черных"),
        ("Саркисян", "Саркисян"),
        ("Шевчук", "Шевчук"),
        ("Миллер", "Миллер"),
    ],
)
def test_feminine_surnames(man: str, woman: str) -> None:
    assert feminine(man) == woman


def test_names_agree_in_gender(demo: DemoRegion) -> None:
    for mentor in demo.mentors:
        person = mentor.person
        assert person.middle_name.endswith("на" if person.is_female else "ч"), person.full_name
        if person.last_name.endswith(("ова", "ева", "ёва", "ина", "ская")):
            assert person.is_female, person.full_name


def test_namesakes_are_rare(demo: DemoRegion) -> None:
    names = {mentor.person.full_name for mentor in demo.mentors}
    assert len(names) > 0.99 * len(demo.mentors)


def test_nobody_is_called_like_a_famous_person() -> None:
    registry = Registry(stream("famous"))
    drawn = {registry.draw(1950 + number % 50, is_female=False) for number in range(4000)}
    assert not {f"{person.last_name} {person.first_name}" for person in drawn} & FAMOUS


def test_grandmothers_and_granddaughters_have_the_names_of_their_times() -> None:
    registry = Registry(stream("times"))
    elder = {registry.draw(1960, is_female=True).first_name for _ in range(300)}
    young = {registry.draw(2001, is_female=True).first_name for _ in range(300)}
    assert "Галина" in elder - young
    assert "Полина" in young - elder
