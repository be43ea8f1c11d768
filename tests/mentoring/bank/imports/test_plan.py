"""The verdict on each row: whom it is about, what it changes, and why it cannot be taken."""

from __future__ import annotations

from typing import Any

import pytest

from cms.accounts.territory import Territory
from cms.territories.models import Municipality, Organisation
from mentoring.bank.imports.options import SEPARATE, SKIP
from mentoring.bank.imports.plan import Plan
from mentoring.bank.imports.verdicts import Verdict
from mentoring.bank.models import Mentor
from mentoring.reference.models import Subject
from tests.factories import MentorFactory
from tests.mentoring.bank.imports.tables import csv_bytes, import_of, plan_of

pytestmark = pytest.mark.usefixtures("reference")

IVANOVA = "МБОУ СОШ №1;Иванова Мария Петровна;Биология;21-30;высшая"


def verdicts(plan: Plan) -> list[Verdict]:
    return [judged.verdict for judged in plan.rows]


@pytest.fixture
def here(municipality: Municipality) -> dict[str, Any]:
    return {"municipality": municipality.pk}


@pytest.fixture
def ivanova(school: Organisation) -> Mentor:
    return MentorFactory(
        last_name="Иванова",
        first_name="Мария",
        patronymic="Петровна",
        organisation=school,
        experience_band="21-30",
        category="highest",
        subjects=[Subject.objects.get(code="biology")],
    )


def test_an_entry_that_says_the_same_is_unchanged(ivanova: Mentor, here: dict[str, Any]) -> None:
    assert verdicts(plan_of(csv_bytes(IVANOVA), **here)) == [Verdict.UNCHANGED]


def test_a_change_is_shown_in_the_words_of_the_interface(ivanova: Mentor, here: dict[str, Any]) -> None:
    line = "СОШ № 1;ИВАНОВА МАРИЯ ПЕТРОВНА;Биология, химия;21-30;первая"

    (judged,) = plan_of(csv_bytes(line), **here).rows

    assert judged.verdict == Verdict.CHANGED
    assert list(map(str, judged.changes)) == [
        "Категория наставника: высшая категория → первая категория",
        "Предметы: Биология → Химия, Биология",
    ]


def test_a_blank_or_unknown_cell_takes_nothing_away(ivanova: Mentor, here: dict[str, Any]) -> None:
    plan = plan_of(csv_bytes("СОШ № 1;Иванова Мария Петровна;Хрюкология;;"), **here)

    assert verdicts(plan) == [Verdict.UNCHANGED]
    assert [(text, rows) for (_field, text), rows in plan.unknown_values().items()] == [("Хрюкология", [2])]


def test_a_namesake_in_another_school_waits_for_a_decision(
    ivanova: Mentor, village_school: Organisation, here: dict[str, Any]
) -> None:
    content = csv_bytes("Ракитинская СОШ;Иванова Мария Петровна;Химия;11-20;первая")

    (judged,) = plan_of(content, **here).rows

    assert judged.verdict == Verdict.DUPLICATE
    assert [candidate.mentor for candidate in judged.candidates] == [ivanova.pk]
    assert verdicts(plan_of(content, **here, decisions={2: SEPARATE})) == [Verdict.NEW]
    assert verdicts(plan_of(content, **here, decisions={2: SKIP})) == [Verdict.SKIPPED]


def test_the_same_person_moves_to_the_other_school(
    ivanova: Mentor, village_school: Organisation, here: dict[str, Any]
) -> None:
    content = csv_bytes("Ракитинская СОШ;Иванова Мария Петровна;Биология;21-30;высшая")

    import_of(content, **here, decisions={2: str(ivanova.pk)})

    ivanova.refresh_from_db()
    assert ivanova.organisation == village_school
    assert Mentor.objects.count() == 1


def test_a_missing_patronymic_is_no_other_person(ivanova: Mentor, here: dict[str, Any]) -> None:
    (judged,) = plan_of(csv_bytes("СОШ № 1;Иванова Мария;Биология;21-30;высшая"), **here).rows

    assert judged.verdict == Verdict.DUPLICATE


def test_a_foreign_namesake_is_not_described(
    ivanova: Mentor, foreign_school: Organisation, other_municipality: Municipality
) -> None:
    own = Territory(everywhere=False, municipalities=frozenset({other_municipality.pk}))
    content = csv_bytes("МБОУ СОШ № 5;Иванова Мария Петровна;Биология;21-30;высшая")

    (judged,) = plan_of(content, municipality=other_municipality.pk, territory=own).rows

    assert [(one.mentor, one.label) for one in judged.candidates] == [(None, "запись другого муниципалитета")]
    forged = plan_of(content, municipality=other_municipality.pk, territory=own, decisions={2: str(ivanova.pk)})
    assert verdicts(forged) == [Verdict.DUPLICATE]


def test_rows_of_another_municipality_are_not_yours(
    school: Organisation, foreign_school: Organisation, municipality: Municipality
) -> None:
    own = Territory(everywhere=False, municipalities=frozenset({municipality.pk}))
    content = csv_bytes("Заречный;МБОУ СОШ № 5;Иванова Мария Петровна", heading="Район;ОО;ФИО наставника")

    assert verdicts(plan_of(content, territory=own)) == [Verdict.FOREIGN]
    assert verdicts(plan_of(content, municipality=municipality.pk)) == [Verdict.FOREIGN]
    assert verdicts(plan_of(content)) == [Verdict.NEW]


def test_a_foreign_number_is_refused(
    ivanova: Mentor, foreign_school: Organisation, other_municipality: Municipality
) -> None:
    own = Territory(everywhere=False, municipalities=frozenset({other_municipality.pk}))
    content = csv_bytes(f"МБОУ СОШ № 5;Другая Анна Олеговна;{ivanova.guid}", heading="ОО;ФИО наставника;Номер записи")

    assert verdicts(plan_of(content, municipality=other_municipality.pk, territory=own)) == [Verdict.FOREIGN]


def test_a_row_said_twice_counts_once_and_a_contradiction_is_an_error(
    school: Organisation, here: dict[str, Any]
) -> None:
    other = "МБОУ СОШ №1;Иванова Мария Петровна;Химия;21-30;высшая"

    plan = plan_of(csv_bytes(IVANOVA, IVANOVA, other), **here)

    assert verdicts(plan) == [Verdict.NEW, Verdict.REPEATED, Verdict.ERROR]
    assert "строке 2" in plan.rows[2].reasons[0]


def test_numbers_of_schools_are_never_mistaken(school: Organisation, here: dict[str, Any]) -> None:
    (judged,) = plan_of(csv_bytes("МБОУ СОШ № 11;Иванова Мария Петровна;;;"), **here).rows

    assert judged.verdict == Verdict.ERROR
    assert "СОШ № 11" in judged.reasons[0]


def test_a_locked_entry_stays_as_it_is(ivanova: Mentor, here: dict[str, Any]) -> None:
    Mentor.objects.filter(pk=ivanova.pk).update(locked=True)

    plan = plan_of(csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"), **here)

    assert verdicts(plan) == [Verdict.BUSY]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("СОШ № 1;Иванова М.П.;;;", "полные имя и отчество"),
        ("СОШ № 1;;Химия;;", "не указаны фамилия"),
        (";Иванова Мария Петровна;;;", "не указана организация"),
        ("СОШ № 1;Ivanova Maria;;;", "латинскими буквами"),
    ],
)
def test_a_bad_row_says_what_is_wrong(school: Organisation, here: dict[str, Any], line: str, reason: str) -> None:
    (judged,) = plan_of(csv_bytes(line), **here).rows

    assert judged.verdict == Verdict.ERROR
    assert reason in judged.reasons[0]
