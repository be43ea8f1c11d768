"""Which column is what, in the headings of the text, of the filled picture and of people."""

from __future__ import annotations

import pytest

from mentoring.bank.imports.columns import BANK_COLUMNS, Certainty, Field, recognise
from mentoring.bank.imports.guesses import settle

PICTURE = (
    "Муниципалитет",
    "Образовательная организация",
    "ФИО наставника",
    "Для кого могу быть наставником",
    "Предметная область",
    "Направление профессиональной работы",
    "Стаж",
    "Категория",
    "Ссылка на страницу наставника",
)


def test_every_heading_of_an_export_is_recognised_for_sure() -> None:
    columns = recognise([str(field.label) for field in Field])

    assert [column.field for column in columns] == list(Field)
    assert {column.certainty for column in columns} == {Certainty.SURE}


def test_the_filled_picture_speaks_of_the_mentor() -> None:
    rows = [["", "", "", "", "", "", "21-30", "высшая категория", ""]]

    fields = [column.field for column in settle(recognise(PICTURE), rows)]

    assert fields == [*BANK_COLUMNS[:6], Field.EXPERIENCE, Field.CATEGORY, Field.CONTACTS]


@pytest.mark.parametrize(
    ("values", "field"),
    [(["0-3", "молодой специалист"], Field.MENTEE_EXPERIENCE), (["21–30", "0-3"], Field.EXPERIENCE)],
)
def test_the_values_tell_whose_experience_it_is(values: list[str], field: Field) -> None:
    (column,) = settle(recognise(["Стаж"]), [[value] for value in values])

    assert (column.field, column.certainty) == (field, Certainty.GUESSED)


def test_a_bare_column_beside_the_mentees_is_the_mentors() -> None:
    columns = settle(recognise(["Стаж наставляемого", "Стаж"]), [["0-3", "0-3"]])

    assert [column.field for column in columns] == [Field.MENTEE_EXPERIENCE, Field.EXPERIENCE]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("ФИО наставниика", Field.FULL_NAME),
        ("Ф.И.О.", Field.FULL_NAME),
        ("Стаж педагогической работы наставника (полных лет)", Field.EXPERIENCE),
        ("Образовательная  организация", Field.ORGANISATION),
        ("E-mail", Field.CONTACTS),
    ],
)
def test_slips_and_longer_headings_are_understood(heading: str, field: Field) -> None:
    assert recognise([heading])[0].field == field


def test_a_second_column_of_one_kind_and_a_strange_one_are_pointed_out() -> None:
    columns = recognise(["№ п/п", "Предмет", "Предмет", "Рост"])

    assert [column.certainty for column in columns] == [
        Certainty.IGNORED,
        Certainty.SURE,
        Certainty.REPEATED,
        Certainty.UNKNOWN,
    ]
