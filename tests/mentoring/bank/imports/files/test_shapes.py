"""Files in every shape: the table is found, its people are the mentors, and what is not sure is asked."""

from __future__ import annotations

import io
from typing import Any

import pytest

from mentoring.bank.imports.columns import NAME_PARTS, Field
from mentoring.bank.imports.sheets import Layout, Sheet
from mentoring.bank.imports.sources import fields_for, open_sheet
from mentoring.bank.imports.tidying.groups import filled_down
from mentoring.bank.imports.tidying.texts import texts_of
from tests.mentoring.bank.imports.files import shapes
from tests.mentoring.bank.imports.files.shapes import ANNA, HEAD, OLEG

BOTH = ["Тестова Анна Петровна", "Пробин Олег Ильич"]


def opened(content: bytes, name: str = "bank.xlsx", **layout: Any) -> Sheet:
    return open_sheet(io.BytesIO(content), name, Layout(**layout))


def column(sheet: Sheet, field: Field) -> list[str]:
    """What the rows say of a field."""
    fields = fields_for(sheet)
    texts = [texts_of(row, fields) for row in filled_down(sheet.rows, fields)]
    if field == Field.FULL_NAME and field not in fields.values():
        return [" ".join(filter(None, (text.get(part, "") for part in NAME_PARTS))) for text in texts]
    return [text.get(field, "") for text in texts]


def names(sheet: Sheet) -> list[str]:
    assert sheet.questions == ()
    return column(sheet, Field.FULL_NAME)


def hide(*rows: int, **more: Any) -> Any:
    def change(sheet: Any) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    return change


@pytest.mark.parametrize("change", [shapes.strict, shapes.prefixed, shapes.shouted])
def test_a_workbook_of_another_maker_is_read_with_its_merged_cells(change: Any) -> None:
    content = shapes.book(HEAD, ANNA, [None, None, *OLEG[2:]], merges=["A2:A3", "B2:B3"])

    sheet = opened(shapes.rewritten(content, change))

    assert names(sheet) == BOTH
    assert column(sheet, Field.ORGANISATION) == ["Лицей № 4", "Лицей № 4"]


def test_a_strict_workbook_with_a_prefix_and_hidden_rows() -> None:
    content = shapes.rewritten(shapes.book(HEAD, ANNA, OLEG, change=hide(3)), shapes.strict)

    sheet = opened(shapes.rewritten(content, shapes.prefixed))

    assert names(sheet) == BOTH[:1]
    assert [number for number, _words in sheet.hidden] == [3]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-8", "utf-8-sig", "utf-16",
                                      "utf-16-le", "utf-16-be"])  # fmt: skip
@pytest.mark.parametrize("between", [";", ",", "\t"])
def test_a_text_is_read_in_every_encoding_that_russian_programs_write(encoding: str, between: str) -> None:
    lines = [between.join(row) for row in (HEAD, ANNA, OLEG)]
    content = "\r\n".join(lines).replace("№", "N").encode(encoding)

    assert names(opened(content, "bank.csv")) == BOTH


def test_an_unusual_encoding_is_said() -> None:
    content = "\n".join(";".join(row) for row in (HEAD, ANNA)).encode("cp866", errors="replace")

    assert "DOS (cp866)" in opened(content, "bank.csv").notes[0]


def test_the_table_stands_below_any_number_of_lines() -> None:
    lines = [[f"{number}. Пункт приказа"] for number in range(1, 500)]

    assert names(opened(shapes.book(*lines, HEAD, ANNA, OLEG))) == BOTH


@pytest.mark.parametrize("merges", [("A1:E1",), ()])
def test_a_title_over_the_table_is_no_level_of_its_headings(merges: tuple[str, ...]) -> None:
    title = ["Сведения о наставниках и молодых специалистах", None, None, None, None]

    assert names(opened(shapes.book(title, HEAD, ANNA, OLEG, merges=merges))) == BOTH


LEVELS = (
    ["№", "ОО", "Молодой специалист", None, "Педагог-наставник", None, None],
    [None, None, "ФИО", "Телефон", "ФИО", "Телефон", "Стаж"],
    [1, "Лицей № 4", "Юнкова Дарья Олеговна", "111", "Тестова Анна Петровна", "222", 25],
)


@pytest.mark.parametrize("merges", [("C1:D1", "E1:G1", "A1:A2", "B1:B2"), ("C1:D1", "E1:G1"), ()])
def test_an_upper_heading_belongs_to_every_column_below_it(merges: tuple[str, ...]) -> None:
    sheet = opened(shapes.book(*LEVELS, merges=merges))

    assert names(sheet) == BOTH[:1]
    assert column(sheet, Field.PHONE) == ["222"]
    assert column(sheet, Field.EXPERIENCE) == ["25"]


def test_an_upper_heading_is_kept_in_a_text_file_too() -> None:
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in LEVELS]

    assert names(opened("\n".join(lines).encode(), "bank.csv")) == BOTH[:1]


@pytest.mark.parametrize(
    ("parts", "row"),
    [
        (["Фамилия", "Имя", "Отчество"], ["Тестова", "Анна", "Петровна"]),
        (["Отчество", "Фамилия", "Имя"], ["Петровна", "Тестова", "Анна"]),
        (["Фамилия", "Имя, отчество", "Примечание"], ["Тестова", "Анна Петровна", ""]),
        (["Ф", "И", "О"], ["Тестова", "Анна", "Петровна"]),
        (["ФИО наставника", None, None], ["Тестова", "Анна", "Петровна"]),
    ],
)
def test_a_name_in_several_columns_is_joined(parts: list[str], row: list[str]) -> None:
    content = shapes.book(["ОО", *parts, "Предмет"], ["Лицей № 4", *row, "Химия"])

    assert names(opened(content)) == BOTH[:1]


def test_marks_of_repetition_repeat_what_stands_above() -> None:
    marks = ["-//-", '"', "то же", "там же", "— // —", '-"-', "″", "тоже", "//", "-“-", "«-»", "//-//"]
    people = [[mark, mark, f"Строкин{'абвгдежзиклм'[n]} Иван Ильич", mark, mark] for n, mark in enumerate(marks)]

    sheet = opened(shapes.book(HEAD, ANNA, *people))

    assert set(column(sheet, Field.ORGANISATION)) == {"Лицей № 4"}
    assert set(column(sheet, Field.CATEGORY)) == {"высшая"}
    assert all(row.remarks for row in sheet.rows[1:])


def test_a_dash_alone_repeats_nothing() -> None:
    assert column(opened(shapes.book(HEAD, ANNA, [*OLEG[:4], "–"])), Field.CATEGORY) == ["высшая", "–"]


def test_schools_above_their_people_are_sections() -> None:
    head = ["№", "ФИО наставника", "Предмет"]
    sheet = opened(
        shapes.book(
            ["Список"], head, ["Ключевской район"], ["МБОУ СОШ № 1"], [1, BOTH[0], "Химия"],
            [None, "Детский сад «Ромашка»"],
            [1, BOTH[1], "Физика"], ["Итого: 2"],
        )
    )  # fmt: skip

    assert names(sheet) == BOTH
    assert column(sheet, Field.ORGANISATION) == ["МБОУ СОШ № 1", "Детский сад «Ромашка»"]
    assert column(sheet, Field.MUNICIPALITY) == ["Ключевской район"] * 2


def test_a_school_in_a_row_of_its_own_fills_its_column_below() -> None:
    head = ["ОО", "ФИО наставника", "Предмет"]
    rows = [["СОШ № 1"], [None, BOTH[0], "Химия"], ["СОШ № 2"], [None, BOTH[1], "Физика"]]

    sheet = opened(shapes.book(head, *rows))

    assert column(sheet, Field.ORGANISATION) == ["СОШ № 1", "СОШ № 2"]


def test_a_lone_blank_in_a_list_that_repeats_itself_is_a_slip() -> None:
    sheet = opened(shapes.book(HEAD, ANNA, OLEG, [None, None, "Шаблонов Иван Ильич", "Химия", "первая"]))

    assert column(sheet, Field.ORGANISATION)[-1] == ""


@pytest.mark.parametrize(
    "row",
    [
        ["Итого:", None, 2], ["ВСЕГО по району", 2, 2, 2, 2], ["Директор", None, "И.И. Петрова"],
        ["Исп. Сидорова А.А., тел. 8-900-000-00-00"], ["Примечание: на 01.09.2025"], ["* – на дому"], ["М.П."],
        ["Начальник отдела образования", None, None, "Петрова И.И."], ["01.09.2025"],
    ],
)  # fmt: skip
def test_what_stands_below_the_people_is_nobody(row: list[Any]) -> None:
    sheet = opened(shapes.book(HEAD, ANNA, OLEG, row))

    assert names(sheet) == BOTH
    assert any("строка 4" in note for note in sheet.notes)


MENTEE = ["Ключевской район", "Лицей № 4", "Юнкова Дарья Олеговна", "Химия", ""]


@pytest.mark.parametrize(
    "below",
    [
        [["Список наставляемых"], ["Район", "ОО", "ФИО наставляемого", "Предмет"], MENTEE],
        [["Район", "ОО", "ФИО молодого специалиста", "Предмет", "Куратор"], MENTEE],
        [["Молодые специалисты"], MENTEE],
        [["Наставляемые"], HEAD, MENTEE],
    ],
)
def test_the_people_of_another_table_below_are_not_the_mentors(below: list[list[str]]) -> None:
    sheet = opened(shapes.book(HEAD, ANNA, OLEG, *below))

    assert names(sheet) == BOTH
    assert "не прочитаны" in " ".join(sheet.notes)


def test_one_heading_merged_over_three_columns_is_one_name() -> None:
    rows = (["ОО", "ФИО наставника", None, None, "Предмет"], ["Лицей № 4", "Тестова", "Анна", "Петровна", "Химия"])

    assert names(opened(shapes.book(*rows, merges=["B1:D1"]))) == BOTH[:1]


def test_hidden_rows_go_in_only_when_they_are_wanted() -> None:
    content = shapes.book(HEAD, ANNA, OLEG, change=hide(3))

    assert names(opened(content)) == BOTH[:1]
    assert "3 («" in " ".join(opened(content).notes)
    assert names(opened(content, with_hidden=True)) == BOTH


def test_an_address_under_a_word_counts_and_one_that_is_shown_stays() -> None:
    def link(sheet: Any) -> None:
        sheet["D2"].hyperlink = "https://example.org/anna"
        sheet["D3"].hyperlink = "mailto:old@example.org"
        sheet["D4"] = '=HYPERLINK("https://example.org/vera","страница")'

    rows = [["Лицей № 4", BOTH[0], "Химия", "здесь"], ["Лицей № 4", BOTH[1], "Химия", "oleg@example.org"]]
    head = ["ОО", "ФИО наставника", "Предмет", "Страница наставника"]

    content = shapes.book(head, *rows, ["Лицей № 4", "Верова Вера Ильинична", "Химия", ""], change=link)

    assert column(opened(content), Field.CONTACTS) == [
        "https://example.org/anna", "oleg@example.org", "https://example.org/vera",
    ]  # fmt: skip


def test_the_sheet_with_people_is_read_wherever_it_stands() -> None:
    summary = [["Школа", "Количество наставников", "Количество пар"], ["Лицей № 4", 2, 2]]

    sheet = opened(shapes.sheets(Свод=summary, Люди=[HEAD, ANNA, OLEG], Справочник=[["Химия"], ["Физика"]]))

    assert names(sheet) == BOTH
    assert "Прочитан лист «Люди»" in sheet.notes[0]


def test_two_sheets_with_people_are_a_question_that_the_name_of_one_answers() -> None:
    content = shapes.sheets(Первый=[HEAD, ANNA], Второй=[HEAD, OLEG])

    assert "Выберите лист" in opened(content).questions[0]
    assert names(opened(content, sheet="Второй")) == BOTH[1:]


@pytest.mark.parametrize("content", [
    shapes.book([ANNA[1], ANNA[2], "Химия"], [OLEG[1], OLEG[2], "Физика"]),
    shapes.book(["Где трудится", "Кто это такой", "Чему учит"], [ANNA[1], ANNA[2], "Химия"]),
    shapes.book(["Школа", "Педагог", "Учитель"], ["Лицей № 4", BOTH[0], BOTH[1]]),
    shapes.book(["Школа", "ФИО учителя", "За кем закреплён"], ["Лицей № 4", BOTH[0], BOTH[1]]),
    shapes.book(["Школа", "ФИО", "Роль"], ["Лицей № 4", BOTH[0], "наставник"],
                ["Лицей № 4", BOTH[1], "молодой педагог"]),
    shapes.book(["Школа", "Сотрудник", "Наставник (да/нет)"], ["Лицей № 4", BOTH[0], "да"]),
    shapes.book(["Список начинающих учителей"], ["Школа", "ФИО", "Предмет"], ["Лицей № 4", BOTH[0], "Химия"]),
])  # fmt: skip
def test_a_table_whose_names_nobody_can_place_is_asked_about_and_not_refused(content: bytes) -> None:
    sheet = opened(content)

    assert sheet.questions
    assert Field.FULL_NAME not in fields_for(sheet).values()
