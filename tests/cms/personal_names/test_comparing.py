"""One person under two spellings is one person, and two people are two."""

import pytest

from cms.personal_names.comparing import is_same_person

SAME = [
    ("Лосева Вера Аркадьевна", "ЛОСЕВА вера  аркадьевна"),
    ("Лосева Вера Аркадьевна", "Вера Аркадьевна Лосева"),
    ("Лосева Вера Аркадьевна", "Лосева Вера"),
    ("Королёв Пётр Ильич", "Королев Петр Ильич"),
    ("Лосева Вера Аркадьевна", "Лосева В. А."),
    ("В. А. Лосева", "Лосева Вера Аркадьевна"),
]
OTHER = [
    ("Лосева Вера Аркадьевна", "Лосева Анна Аркадьевна"),
    ("Лосева Вера Аркадьевна", "Лосева А. А."),
    ("Лосева Вера Аркадьевна", "Лосева"),
    ("Лосева Вера Аркадьевна", "Лосева В."),
    ("Лосева Вера Аркадьевна", "Ким Вера Аркадьевна"),
    ("Лосев Вера", "В. Л."),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_person(one, other):
    assert is_same_person(one, other) and is_same_person(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_people(one, other):
    assert not is_same_person(one, other) and not is_same_person(other, one)
