"""What of a request is no condition of a mentor: a category to be reached, numbers of classes."""

import pytest

from search.language.conditions import reworded
from search.language.meanings import Meanings
from search.language.synonyms import Synonyms
from search.mentors.conditions import class_numbers, wanted_category

SYNONYMS = Synonyms((), Meanings(rewordings=(class_numbers, wanted_category)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("аттестация на первую категорию", "аттестация аттестация"),
        ("хочу на высшую кв. категорию по химии", "хочу аттестация по химии"),
        ("получить 1 категорию", "аттестация"),
        ("высшая категория, химия", "высшая категория, химия"),
        ("английский 5-9 класс", "английский"),
        ("8 класс математика", "математика"),
        ("химия в 11 кл.", "химия в ."),
        ("физика с 7 по 9 класс", "физика с"),
        ("для 8-го класса, ОБЗР", "для , ОБЗР"),
        ("8 «Б» класс, химия 8б класс", "8 «Б» класс, химия"),
        ("математика 3 класс", "математика начальная школа"),
        ("1–4 класс", "1–4 класс"),
        ("8 класс", "8 класс"),
        ("школа 8", "школа 8"),
        ("классный час", "классный час"),
    ],
)
def test_it_is_read_as_what_it_says(text: str, meant: str) -> None:
    assert reworded(text, SYNONYMS) == meant
