"""The spreadsheets of ``expect.tsv``: whom each makes a mentor, and what is asked or refused instead."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.territories.models import Municipality
from mentoring.bank.models import Mentor
from tests.cases import importing

#: File → the people who go in, by row. Nobody else of the file may.
TAKEN: dict[str, dict[int, str]] = {
    "01_fio_three_columns.xlsx": {2: "Тестова Анна Петровна", 3: "Пробин Олег Ильич"},
    "03_ditto.xlsx": {
        2: "Тестова Анна Петровна",
        3: "Пробин Олег Ильич",
        4: "Шаблонов Иван Ильич",
        5: "Строкин Иван Ильич",
    },
    "04_blank_below.xlsx": {2: "Тестова Анна Петровна", 3: "Пробин Олег Ильич", 4: "Шаблонов Иван Ильич"},
    "05_section_rows.xlsx": {3: "Тестова Анна Петровна", 5: "Пробин Олег Ильич"},
    "09_totals.xlsx": {2: "Тестова Анна Петровна"},
    "13_prefixed_merge.xlsx": {2: "Тестова Анна Петровна", 3: "Пробин Олег Ильич"},
    "14_strict.xlsx": {2: "Тестова Анна Петровна", 3: "Пробин Олег Ильич"},
    "15_two_level_mentee_first.xlsx": {3: "Опытнова Вера Львовна", 4: "Мудрецов Лев Львович"},
    "18_hyperlink.xlsx": {2: "Тестова Анна Петровна"},
    "19_other_headings.xlsx": {2: "Тестова Анна Петровна"},
    "20_svod_sheet_first.xlsx": {2: "Листова Анна Петровна"},
    "21_long_preamble.xlsx": {47: "Глубокова Анна Петровна"},
    "22_fio_over_three.xlsx": {3: "Тестова Анна Петровна"},
    "23_curator.xlsx": {2: "Опытнова Вера Львовна"},
    "24_work_place.xlsx": {2: "Местова Анна Петровна"},
    "26_koi8.csv": {2: "Макова Анна Петровна"},
    "30_hidden_rows.xlsx": {2: "Виднова Анна Петровна", 5: "Виднов Иван Львович"},
    "31_whose_category.xlsx": {2: "Кругова Анна Петровна", 3: "Кругов Лев Ильич"},
    "33_school_with_a_like_number.csv": {3: "Точнова Вера Ильинична"},
}

#: File, row, the mentor's field and its value.
VALUES: list[tuple[str, int, str, object]] = [
    ("01_fio_three_columns.xlsx", 2, "experience_band", "11-20"),
    *(("03_ditto.xlsx", row, "organisation", "Лицей № 4") for row in (3, 4, 5)),
    *(("03_ditto.xlsx", row, "subjects", ["Химия"]) for row in (3, 4, 5)),
    *(("03_ditto.xlsx", row, "category", "highest") for row in (3, 4, 5)),
    *(("04_blank_below.xlsx", row, "organisation", "Лицей № 4") for row in (3, 4)),
    ("05_section_rows.xlsx", 3, "organisation", "Заречная школа"),
    ("05_section_rows.xlsx", 5, "organisation", "Ключевская школа"),
    ("13_prefixed_merge.xlsx", 3, "organisation", "Лицей № 4"),
    ("15_two_level_mentee_first.xlsx", 3, "experience_band", "21-30"),
    ("15_two_level_mentee_first.xlsx", 3, "subjects", ["Химия"]),
    ("18_hyperlink.xlsx", 2, "page_url", "https://example.org/anna"),
    ("19_other_headings.xlsx", 2, "organisation", "Лицей № 4"),
    ("19_other_headings.xlsx", 2, "subjects", ["Химия"]),
    ("19_other_headings.xlsx", 2, "category", "highest"),
    ("19_other_headings.xlsx", 2, "experience_band", "21-30"),
    ("19_other_headings.xlsx", 2, "email", "anna@example.org"),
    ("19_other_headings.xlsx", 2, "phone", "89000000000"),
    ("23_curator.xlsx", 2, "phone", None),
    ("24_work_place.xlsx", 2, "organisation", "Лицей № 4"),
    ("24_work_place.xlsx", 2, "experience_band", None),
    ("31_whose_category.xlsx", 2, "category", "first"),
    ("31_whose_category.xlsx", 3, "category", "highest"),
    ("31_whose_category.xlsx", 2, "audiences", ["Молодой/начинающий педагог"]),
]

#: File → words of the question, or of the refusal, without whose answer nobody goes in.
STOPPED: dict[str, str] = {
    "02_mentee_column_first.xlsx": "«Предмет». Чьё это: наставника или другого человека?",
    "32_all_beginners.csv": "«Стаж». Чей это столбец",
    "34_no_name_column.csv": "нет столбца «ФИО наставника»",
}

#: File → words that the user reads above the rows.
SAID: dict[str, str] = {
    "05_section_rows.xlsx": "разделов: строки 2, 4",
    "09_totals.xlsx": "строки 3, 4, 5, 6, 7",
    "20_svod_sheet_first.xlsx": "Прочитан лист «Наставники»",
    "26_koi8.csv": "КОИ-8",
    "30_hidden_rows.xlsx": "Без вашего согласия они не загружаются",
}


@pytest.mark.parametrize("name", TAKEN)
def test_these_people_and_nobody_else_become_mentors(name: str, bank: Municipality) -> None:
    reading = importing.read(name, municipality=bank.pk)

    assert (reading.refusal, reading.questions) == ("", ())
    assert {number: reading.mentor(number) for number in reading.rows if reading.mentor(number)} == TAKEN[name]


@pytest.mark.parametrize(("name", "row", "field", "value"), VALUES)
def test_a_cell_means_what_its_author_meant(name: str, row: int, field: str, value: object, bank: Municipality) -> None:
    assert importing.read(name, municipality=bank.pk).value(row, field) == value


@pytest.mark.parametrize("name", STOPPED)
def test_what_cannot_be_told_is_asked_before_anything_goes_in(name: str, bank: Municipality) -> None:
    reading = importing.read(name, municipality=bank.pk)

    assert STOPPED[name] in " ".join([reading.refusal, *reading.questions])
    assert not reading.mentors()


@pytest.mark.parametrize("name", SAID)
def test_what_was_left_out_is_said(name: str, bank: Municipality) -> None:
    assert SAID[name] in " ".join(importing.read(name, municipality=bank.pk).notes)


@pytest.mark.parametrize("name", [*STOPPED, "33_school_with_a_like_number.csv", "30_hidden_rows.xlsx"])
def test_the_command_is_no_more_trusting_than_the_pages(name: str, bank: Municipality) -> None:
    try:
        call_command("import_mentor_bank", str(importing.FILES / name), "--municipality", bank.code, stdout=StringIO())
    except CommandError as refusal:
        assert STOPPED[name] in str(refusal)

    names = {" ".join(parts) for parts in Mentor.objects.values_list("last_name", "first_name", "patronymic")}
    assert names == set(TAKEN.get(name, {}).values())
    assert set(bank.organisations.values_list("short_name", flat=True)) == {
        "Лицей № 4", "Заречная школа", "Ключевская школа",
    }  # fmt: skip


def test_the_command_takes_the_answer(bank: Municipality) -> None:
    file = str(importing.FILES / "02_mentee_column_first.xlsx")
    answers = ["--map", "Предмет=subjects"]

    call_command("import_mentor_bank", file, "--municipality", bank.code, *answers, stdout=StringIO())

    assert set(Mentor.objects.values_list("last_name", flat=True)) == {"Опытнова", "Мудрецов"}
