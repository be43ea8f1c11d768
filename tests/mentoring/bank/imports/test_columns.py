"""Which column is what, in the headings of the text, of the filled picture and of people."""

from __future__ import annotations

import pytest

from mentoring.bank.exports.rows import WRITERS
from mentoring.bank.imports.columns import BANK_COLUMNS, Certainty, Field
from tests.mentoring.bank.imports.headings import columns, fields

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
    found = columns([str(field.label) for field in WRITERS])

    assert [column.field for column in found] == list(WRITERS)
    assert {column.certainty for column in found} == {Certainty.SURE}


def test_the_filled_picture_speaks_of_the_mentor() -> None:
    found = columns(PICTURE, ["", "", "", "", "", "", "21-30", "высшая категория", ""])

    assert [column.field for column in found] == [
        *BANK_COLUMNS[:6], Field.EXPERIENCE, Field.CATEGORY, Field.CONTACTS,
    ]  # fmt: skip


def test_values_that_only_a_mentor_has_are_the_mentors() -> None:
    (column,) = columns(["Стаж"], ["21–30"], ["0-3"])

    assert (column.field, column.certainty) == (Field.EXPERIENCE, Certainty.GUESSED)


@pytest.mark.parametrize(("heading", "values"), [("Стаж", ["0-3", "5"]), ("Категория", ["без категории"])])
def test_values_of_a_beginner_are_asked_about(heading: str, values: list[str]) -> None:
    (column,) = columns([heading], *([value] for value in values))

    assert (column.field, column.certainty) == (None, Certainty.ASKED)
    assert "Чей это столбец" in column.question


def test_a_bare_column_beside_the_mentees_is_the_mentors() -> None:
    found = columns(["Стаж наставляемого", "Стаж"], ["0-3", "0-3"])

    assert [column.field for column in found] == [Field.MENTEE_EXPERIENCE, Field.EXPERIENCE]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("ФИО наставниика", Field.FULL_NAME),
        ("Ф.И.О.", Field.FULL_NAME),
        ("Фамилия, имя, отчество (полностью)", Field.FULL_NAME),
        ("Ф.И.О. учителя - наставника", Field.FULL_NAME),
        ("Наставник (ФИО, должность)", Field.FULL_NAME),
        ("Педагог-наставник", Field.FULL_NAME),
        ("Стаж педагогической работы наставника (полных лет)", Field.EXPERIENCE),
        ("Образовательная  организация", Field.ORGANISATION),
        ("Наименование ОУ", Field.ORGANISATION),
        ("Место работы наставника", Field.ORGANISATION),
        ("Наименование муниципального бюджетного учреждения", Field.ORGANISATION),
        ("Преподаваемая дисциплина", Field.SUBJECTS),
        ("Аттестационная категория наставника", Field.CATEGORY),
        ("Категории педагогов, которым готов помогать", Field.AUDIENCES),
        ("E-mail", Field.CONTACTS),
        ("Контактный телефон, e-mail", Field.CONTACTS),
        ("Тел.", Field.PHONE),
    ],
)
def test_slips_and_other_headings_are_understood(heading: str, field: Field) -> None:
    assert fields(heading) == [field]


@pytest.mark.parametrize(
    "whose",
    [
        "молодого специалиста", "наставляемого", "начинающего педагога", "стажёра", "куратора", "директора школы",
        "ответственного за наставничество", "руководителя ОО", "методиста", "заместителя директора", "мамы",
        "законного представителя", "родителя", "подопечного", "координатора", "молодого/начинающего учителя",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "what", ["ФИО", "Фамилия", "Телефон", "Электронная почта", "Предмет", "Стаж", "Категория", "Должность"]
)
def test_nothing_of_another_person_becomes_the_mentors(what: str, whose: str) -> None:
    mentors = {
        Field.FULL_NAME, Field.LAST_NAME, Field.PHONE, Field.CONTACTS, Field.SUBJECTS, Field.EXPERIENCE, Field.CATEGORY,
        Field.POSITION,
    }  # fmt: skip

    found = columns([f"{what} {whose}", "ФИО наставника"], ["", ""])

    assert found[0].field not in mentors
    assert found[1].field == Field.FULL_NAME


@pytest.mark.parametrize(
    "headings",
    [
        ("ФИО", "ФИО наставляемого"),
        ("ФИО педагога", "Куратор"),
        ("Педагог", "Учитель"),
        ("ФИО наставника", "Наставник"),
        ("ФИО участника",),
        ("ФИО наставника и наставляемого",),
        ("ФИО наставника молодого специалиста",),
    ],
)
def test_a_name_that_may_be_another_persons_is_asked_about(headings: tuple[str, ...]) -> None:
    found = columns(headings)

    assert Field.FULL_NAME not in [column.field for column in found]
    assert Certainty.ASKED in [column.certainty for column in found]


def test_a_title_that_speaks_of_beginners_makes_a_bare_name_a_question() -> None:
    (column,) = columns(["ФИО"], surroundings="Список молодых специалистов района")

    assert column.certainty == Certainty.ASKED


def test_a_name_in_three_columns_is_one_name() -> None:
    assert fields("Фамилия", "Имя", "Отчество") == [Field.LAST_NAME, Field.FIRST_NAME, Field.PATRONYMIC]
    assert fields(("ФИО наставника", "Фамилия"), ("ФИО наставника", "Имя")) == [Field.LAST_NAME, Field.FIRST_NAME]


def test_the_upper_level_tells_whose_columns_they_are() -> None:
    found = fields(("Наставляемый", "ФИО"), ("Наставляемый", "Предмет"), ("Наставник", "ФИО"), ("Наставник", "Предмет"))

    assert found == [None, None, Field.FULL_NAME, Field.SUBJECTS]


def test_two_columns_of_one_kind_are_a_question_and_a_strange_one_is_pointed_out() -> None:
    found = columns(["№ п/п", "Предмет", "Предмет", "Рост"])

    assert [column.certainty for column in found] == [
        Certainty.IGNORED,
        Certainty.ASKED,
        Certainty.ASKED,
        Certainty.UNKNOWN,
    ]


def test_an_address_and_a_page_go_together() -> None:
    assert fields("E-mail", "Ссылка на страницу наставника") == [Field.CONTACTS, Field.CONTACTS]


@pytest.mark.parametrize(
    "heading",
    [
        "Дата присвоения категории", "Телефон школы", "Сайт ОО", "Адрес организации", "Приказ о назначении наставника",
        "Количество наставников", "Срок действия категории", "Дата рождения наставника", "Примечание",
    ],
)  # fmt: skip
def test_what_is_beside_the_point_is_nothing(heading: str) -> None:
    assert fields(heading) == [None]
