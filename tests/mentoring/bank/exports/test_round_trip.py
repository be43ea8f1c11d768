"""The bank goes out and comes back the same (S4-01, S4-02, T15)."""

from __future__ import annotations

import csv
import io
import random
from typing import Any

import openpyxl
import pytest

from cms.territories.models import Organisation
from mentoring.bank.enums import Category, ExperienceBand, MenteeExperience, Person
from mentoring.bank.exports.rows import bank_rows
from mentoring.bank.exports.tables import csv_chunks, xlsx_chunks
from mentoring.bank.imports.snapshots import load, snapshot
from mentoring.bank.imports.verdicts import Verdict
from mentoring.bank.models import Mentor, PortfolioLink
from mentoring.reference.models import Audience, Direction, Subject
from tests.factories import MentorFactory
from tests.mentoring.bank.imports.tables import import_of, plan_of

pytestmark = pytest.mark.usefixtures("reference")

NINE_COLUMNS = [
    "Район",
    "ОО, где работает наставник",
    "ФИО наставника",
    "Наставляемый. Кто может стать наставляемым",
    "Предмет",
    "Направление совместной деятельности",
    "Примерный стаж наставляемого",
    "Предполагаемая категория наставляемого",
    "Электронный адрес наставника, страница (если есть)",
]
WRITERS = {"csv": csv_chunks, "xlsx": xlsx_chunks}
STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "'=",
    " +",
    "''@",
    "＝",
    "=cmd|' /C calc'!A0;",
    '=HYPERLINK("http://x.example.org")',
)


def exported(file_format: str) -> bytes:
    return b"".join(WRITERS[file_format](bank_rows(Mentor.objects.order_by("pk"))))


def snapshots() -> dict[str, Any]:
    return {str(mentor.guid): snapshot(mentor) for mentor in load(Mentor.objects.values_list("pk", flat=True)).values()}


@pytest.fixture
def varied_bank(school: Organisation, village_school: Organisation, foreign_school: Organisation) -> None:
    """Sixty entries that use every field of the table in many ways; among them namesakes in one school."""
    chance = random.Random(7)
    subjects, directions = list(Subject.objects.all()), list(Direction.objects.all())
    audiences = list(Audience.objects.all())
    for number in range(60):
        category = chance.choice(["", *Category.values])
        mentor = MentorFactory(
            last_name=f"Наставникова{'абвгд'[number % 5]}{'еёжзи'[number // 5 % 5]}{'клм'[number // 25]}",
            organisation=chance.choice([school, village_school, foreign_school]),
            subjects=chance.sample(subjects, chance.randrange(4)),
            directions=chance.sample(directions, chance.randrange(3)),
            audiences=chance.sample(audiences, chance.randrange(3)),
            experience_band=chance.choice(["", *ExperienceBand.values]),
            category=category,
            special_categories=[["methodist"], ["methodist", "mentor"], []][number % 3]
            if category == "highest"
            else [],
            mentee_experience=[code for code in MenteeExperience.values if chance.random() < 0.4],
            mentee_categories=[code for code in Category.values if chance.random() < 0.4],
            person=chance.choice([Person.TEACHER, Person.HEAD, Person.PUPIL]),
            meetings=chance.choice([[], ["distance"], ["in-person", "distance"]]),
            forms=chance.choice([[], ["classic"], ["classic", "virtual"]]),
            kinds=chance.choice([[], ["collective"], ["individual", "group"]]),
            places_total=number % 5,
            email=chance.choice(["", f"n{number}@example.org"]),
            page_url=chance.choice(["", f"https://school.example.org/{number}?a=1&b=2,3"]),
            about=chance.choice(["", "Первый абзац; с точкой.\n\nВторой, «в кавычках»"]),
            is_honoured=number % 7 == 0,
            honours="Почётный работник, 2019; грамота" if number % 4 == 0 else "",
        )
        if number % 3 == 0:
            PortfolioLink.objects.create(mentor=mentor, title="Открытый урок: дроби", url="https://example.org/1")


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_nine_columns_stand_first_in_their_order(file_format: str, school: Organisation) -> None:
    assert next(bank_rows(Mentor.objects.all()))[:9] == NINE_COLUMNS
    content = exported(file_format)
    if file_format == "csv":
        assert content.startswith("\ufeffРайон;ОО, где работает наставник;ФИО".encode())
    else:
        heading = next(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
        assert list(heading[:9]) == NINE_COLUMNS


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_an_export_imported_again_changes_nothing(file_format: str, varied_bank: None) -> None:
    plan = plan_of(exported(file_format), f"bank.{file_format}")

    assert [(judged.row.number, judged.verdict, judged.changes) for judged in plan.rows if judged.changes] == []
    assert plan.counts() == {Verdict.UNCHANGED: 60}
    assert plan.unknown_values() == {}


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_an_export_fills_an_empty_bank_with_equal_entries(file_format: str, varied_bank: None) -> None:
    content, before = exported(file_format), snapshots()
    Mentor.objects.all().delete()

    import_of(content, f"bank.{file_format}")

    assert snapshots() == before


@pytest.mark.parametrize("cells", [60, pytest.param(500, marks=pytest.mark.slow)])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_formula_like_cells_go_out_dead_and_come_back_equal(file_format: str, cells: int, school: Organisation) -> None:
    texts = [f"{STARTS[number % len(STARTS)]}1+{number}" for number in range(cells)]
    Mentor.objects.bulk_create(
        Mentor(
            organisation=school,
            last_name="Формулова",
            first_name="Анна",
            patronymic="Т" + "".join(chr(0x430 + int(digit)) for digit in f"{number:03}") + "овна",
            position=text.strip(),
            about=text.strip(),
        )
        for number, text in enumerate(texts)
    )
    content, before = exported(file_format), snapshots()

    assert live_formulae(content, file_format) == []
    Mentor.objects.all().delete()
    import_of(content, f"bank.{file_format}")
    assert snapshots() == before


def live_formulae(content: bytes, file_format: str) -> list[str]:
    """The cells that a spreadsheet would run."""
    if file_format == "csv":
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
        cells = [cell for row in rows for cell in row]
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    return [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋"))]
