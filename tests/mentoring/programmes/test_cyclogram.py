"""Two starts give the two calendars of S0-08, in any school year."""

from datetime import date

import pytest

from mentoring.programmes.cyclogram import SHOWN_MONTHS, cyclogram, deeds_of_month
from mentoring.programmes.enums import StartMonth
from mentoring.school_years import SchoolYear, school_year_of

YEAR = SchoolYear(2026)


def lines(start):
    return [(deed.when, deed.row.code) for deed in cyclogram(YEAR, start)]


def test_a_start_in_september_gives_seven_lines_from_the_diagnosis_to_the_analysis():
    assert lines(StartMonth.SEPTEMBER) == [
        ("сентябрь 2026", "find"),
        ("сентябрь – октябрь 2026", "gather"),
        ("октябрь 2026", "assign"),
        ("октябрь 2026", "plan"),
        ("октябрь 2026", "route"),
        ("октябрь 2026 – апрель 2027", "walk"),
        ("май – июнь 2027", "analyse"),
    ]


def test_a_start_in_november_gives_the_late_calendar_with_its_outcome():
    assert lines(StartMonth.NOVEMBER) == [
        ("ноябрь 2026", "find"),
        ("ноябрь 2026", "gather"),
        ("декабрь 2026", "assign"),
        ("декабрь 2026", "plan"),
        ("декабрь 2026", "adopt"),
    ]
    outcome = cyclogram(YEAR, StartMonth.NOVEMBER)[-1].row
    assert outcome.is_outcome
    assert "учитель – учитель" in str(outcome.result)


def test_each_line_says_which_document_appears_and_the_plan_is_made_with_the_centre():
    for start in StartMonth:
        rows = [deed.row for deed in cyclogram(YEAR, start)]
        assert all(row.result for row in rows)
        assert "ЦНППМ" in str(next(row for row in rows if row.code == "plan").activity)


@pytest.mark.parametrize("start", [2015, 2023, 2027, 2099])
def test_any_school_year_ends_its_months_on_their_last_day(start):
    deeds = {deed.row.code: deed for deed in cyclogram(SchoolYear(start), StartMonth.SEPTEMBER)}
    assert (deeds["walk"].begins, deeds["walk"].ends) == (date(start, 10, 1), date(start + 1, 4, 30))
    assert deeds["analyse"].ends == date(start + 1, 6, 30)


def test_the_strip_of_months_shows_the_work_over_new_year():
    walk = next(deed for deed in cyclogram(YEAR, StartMonth.SEPTEMBER) if deed.row.code == "walk")
    assert dict(zip(SHOWN_MONTHS, walk.strip(), strict=True)) == {
        9: False, 10: True, 11: True, 12: True, 1: True, 2: True, 3: True, 4: True, 5: False, 6: False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2026, 9, 15), ["find", "gather"]),
        (date(2026, 10, 31), ["gather", "assign", "plan", "route", "walk"]),
        (date(2027, 2, 28), ["walk"]),
        (date(2027, 7, 1), []),
        (date(2026, 8, 31), []),
    ],
)
def test_the_month_of_a_day_names_its_work(day, codes):
    assert [deed.row.code for deed in deeds_of_month(YEAR, StartMonth.SEPTEMBER, day)] == codes


def test_a_school_year_turns_on_the_first_of_september():
    assert str(school_year_of(date(2026, 8, 31))) == "2025/26"
    assert str(school_year_of(date(2026, 9, 1))) == "2026/27"
    assert str(SchoolYear(2099)) == "2099/00"
