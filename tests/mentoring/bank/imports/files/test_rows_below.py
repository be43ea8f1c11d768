"""What stands among and below the rows of people: nobody of it becomes a mentor, and nobody else is lost."""

from __future__ import annotations

from typing import Any

import pytest

from mentoring.bank.imports.columns import Field
from tests.mentoring.bank.imports.files import shapes
from tests.mentoring.bank.imports.files.shapes import ANNA, HEAD, OLEG
from tests.mentoring.bank.imports.files.test_shapes import BOTH, column, hide, names, opened

NUMBERED = ["№", "ОО", "ФИО наставника", "Предмет"]
FIRST = [1, "Лицей № 4", "Тестова Анна Петровна", "Химия"]


@pytest.mark.parametrize(
    "below",
    [
        [["Исполнитель:", None, "Сидорова Анна Ивановна"]],
        [["Заведующий РМК", None, "Главнов Пётр Ильич"]],
        [["Директор", None, "Главнов Пётр Ильич"], ["(подпись)"], ["Исп.", "Сидорова Анна Ивановна"]],
        [["Согласовано:", "Начальник управления образования", "Петров Пётр Петрович"]],
        [[None, "Ответственный за наставничество", "Завучева Инна Львовна", "8-900-000-00-00"]],
        [[None, "Руководитель МО", "Сидорова Анна Ивановна"], [], [None, "Руководитель ШМО", "Сидоров Олег Ильич"]],
        [[None, None, "Сидорова Анна Ивановна", "(подпись)"]],
        [["Подготовил", None, "Сидорова Анна Ивановна"], ["Проверил", None, "Сидорова Инна Ивановна"]],
        [[None, "«___» ________ 2025 г."], [None, "И.о. директора", "Главнов Пётр Ильич"]],
        [["С приказом ознакомлены:"], [None, None, "Сидорова Анна Ивановна"], [None, None, "Юнкова Дарья Олеговна"]],
        [["Итого по школе", None, "1 наставник"], ["Директор школы", None, "Главнов Пётр Ильич"]],
    ],
)
def test_whoever_signs_below_the_table_is_no_mentor(below: list[list[Any]]) -> None:
    sheet = opened(shapes.book(NUMBERED, FIRST, *below))

    assert names(sheet) == ["Тестова Анна Петровна"]
    assert any("не прочитан" in note.lower() for note in sheet.notes)


def test_a_signature_below_one_school_leaves_the_next_school_its_people() -> None:
    content = shapes.book(
        NUMBERED,
        FIRST,
        ["Директор", None, "Главнов Пётр Ильич"],
        [2, "Заречная школа", "Пробин Олег Ильич", "Физика"],
    )

    assert names(opened(content)) == BOTH


@pytest.mark.parametrize(
    "row",
    [
        ["Ключевской район", "Лицей № 4", "Педагог-психолог", "Психология", "первая"],
        ["Ключевской район", "Лицей № 4", "Молодой специалист", "Химия", "высшая"],
        ["Ключевской район", "Лицей № 4", "Куратор", "Химия", None],
        ["Итого по школе", None, "2 наставника", None, None],
        ["Всего по школе:", 2, None, None, None],
    ],
)
def test_a_post_or_a_total_among_the_rows_does_not_cut_the_table_off(row: list[Any]) -> None:
    assert "Пробин Олег Ильич" in names(opened(shapes.book(HEAD, ANNA, row, OLEG)))


def test_another_table_below_is_left_out_although_it_names_the_same_school() -> None:
    mentees = [
        ["Муниципальный район", "Школа", "ФИО молодого специалиста", "Предмет", "Стаж"],
        ["Ключевской район", "Лицей № 4", "Юнкова Дарья Олеговна", "Химия", 1],
    ]

    assert names(opened(shapes.book(HEAD, ANNA, OLEG, *mentees))) == BOTH


def test_a_group_that_begins_in_a_hidden_row_keeps_its_school() -> None:
    hidden = ["Ключевской район", "Заречная школа", "Скрытова Вера Ильинична", "Химия", "высшая"]

    sheet = opened(shapes.book(HEAD, ANNA, hidden, [None, None, *OLEG[2:]], change=hide(3)))

    assert names(sheet) == BOTH
    assert column(sheet, Field.ORGANISATION) == ["Лицей № 4", "Заречная школа"]


def test_headings_that_nobody_knows_are_shown_with_the_question() -> None:
    sheet = opened(shapes.book(["School", "Who", "Subject"], ["Лицей № 4", "Тестова Анна Петровна", "Химия"]))

    assert "«Who»" in " ".join(sheet.questions)
    assert [row.cells[1] for row in sheet.rows] == ["Тестова Анна Петровна"]


def test_a_table_without_headings_keeps_its_first_person() -> None:
    sheet = opened(shapes.book(FIRST, [2, "Лицей № 4", "Пробин Олег Ильич", "Физика"]))

    assert sheet.questions
    assert [row.cells[2] for row in sheet.rows] == BOTH


@pytest.mark.parametrize("mark", ["идентично", "см. выше", "выше", '— " —', "″", "–»–"])
def test_marks_of_repetition_in_more_spellings(mark: str) -> None:
    sheet = opened(shapes.book(HEAD, ANNA, [mark, mark, "Пробин Олег Ильич", mark, mark]))

    assert column(sheet, Field.ORGANISATION) == ["Лицей № 4", "Лицей № 4"]


def test_people_of_another_table_above_are_named_with_the_way_to_them() -> None:
    content = shapes.book(
        ["Наставники Лицея № 4"],
        ["ОО", "ФИО наставника", "Предмет"],
        ["Лицей № 4", "Тестова Анна Петровна", "Химия"],
        [],
        ["Наставники Заречной школы"],
        HEAD,
        OLEG,
    )

    sheet = opened(content)
    assert names(sheet) == ["Пробин Олег Ильич"]
    assert any("Выше другая таблица, строки 3–5" in note and "строку названий" in note for note in sheet.notes)
    assert names(opened(content, heading=2)) == ["Тестова Анна Петровна"]


def test_an_order_above_the_table_is_no_other_table() -> None:
    sheet = opened(shapes.book(["1. Утвердить список."], ["Директор Главнов Пётр Ильич"], HEAD, ANNA))

    assert not any("таблица" in note for note in sheet.notes)


def test_a_formula_that_nobody_worked_out_is_named_in_its_row() -> None:
    sheet = opened(shapes.book(HEAD, [*ANNA[:3], '=CONCATENATE("Хи","мия")', "высшая"], OLEG))

    first, second = sheet.rows
    assert any("формула без значения" in remark for remark in first.remarks)
    assert second.remarks == ()


@pytest.mark.parametrize("school", ["Школа № 1234", "Замостинская школа", "Начальная школа № 2", "Лицей 1535"])
def test_a_school_that_begins_like_a_post_or_a_date_keeps_its_people(school: str) -> None:
    content = shapes.book(NUMBERED[1:], [school, *FIRST[2:]], [school, "Пробин Олег Ильич", "Физика"])

    assert names(opened(content)) == BOTH


@pytest.mark.parametrize("mark", ["01.09.2025", "2025 г.", "с приказом ознакомлен", "Согласовано", "Ответственный"])
def test_a_date_or_a_mark_beside_a_person_is_no_signature(mark: str) -> None:
    head = ["Отметка", "ОО", "ФИО наставника", "Предмет"]
    content = shapes.book(head, [mark, *FIRST[1:]], [mark, "Лицей № 4", "Пробин Олег Ильич", "Физика"])

    assert names(opened(content)) == BOTH
