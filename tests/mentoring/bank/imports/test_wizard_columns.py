"""The columns' step of the wizard: it opens whenever a table is there, and asks what it cannot know."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cms.drafts.models import FormDraft
from cms.territories.models import Organisation
from mentoring.bank.imports.models import ImportJob, ImportState, RememberedColumns
from mentoring.bank.models import Mentor
from tests.form_filling import sent
from tests.mentoring.bank.imports.files import shapes
from tests.mentoring.bank.imports.test_wizard import SignIn, at

pytestmark = pytest.mark.usefixtures("reference")

PAIRS = (
    ["ОО", "ФИО педагога", "Предмет", "ФИО учителя"],
    ["МБОУ СОШ № 1", "Юнкова Дарья Олеговна", "Химия", "Тестова Анна Петровна"],
)
ANSWERS = {"column-0": "organisation", "column-1": "none", "column-2": "subjects", "column-3": "full_name"}


@pytest.fixture
def client(coordinator: User, signed_in: SignIn) -> Client:
    return signed_in(coordinator)


def uploaded(client: Client, content: bytes, school: Organisation) -> ImportJob:
    file = SimpleUploadedFile("bank.xlsx", content)
    client.post(at("upload"), {"file": file, "municipality": school.municipality_id})
    return ImportJob.objects.latest("pk")


def page(client: Client, job: ImportJob) -> str:
    return client.get(at("columns", job.pk)).content.decode()


def state(job: ImportJob) -> str:
    return ImportJob.objects.get(pk=job.pk).state


def run(client: Client, job: ImportJob, answers: dict[str, Any]) -> None:
    client.post(at("columns", job.pk), answers)
    client.post(at("run", job.pk))


def test_two_names_are_asked_and_nothing_goes_on_without_the_answer(client: Client, school: Organisation) -> None:
    job = uploaded(client, shapes.book(*PAIRS), school)

    assert "Именем наставника могут быть столбцы «ФИО педагога», «ФИО учителя»" in page(client, job)
    assert "Выберите, что это." in client.post(at("columns", job.pk), {"column-0": "organisation"}).content.decode()
    assert state(job) == ImportState.COLUMNS

    run(client, job, ANSWERS)
    assert [str(mentor.last_name) for mentor in Mentor.objects.all()] == ["Тестова"]


def test_the_answer_is_remembered_for_the_municipality_alone(
    client: Client, school: Organisation, other_coordinator: User, foreign_school: Organisation, signed_in: SignIn
) -> None:
    run(client, uploaded(client, shapes.book(*PAIRS), school), ANSWERS)

    again = page(client, uploaded(client, shapes.book(*PAIRS), school))
    assert "Как в прошлый раз." in again
    assert "Именем наставника могут быть" not in again

    stranger = signed_in(other_coordinator)
    assert "Именем наставника могут быть" in page(stranger, uploaded(stranger, shapes.book(*PAIRS), foreign_school))
    assert RememberedColumns.objects.count() == 1


def test_a_sheet_is_chosen_where_two_have_people(client: Client, school: Organisation) -> None:
    people = [["ОО", "ФИО наставника", "Предмет"], ["МБОУ СОШ № 1", "Тестова Анна Петровна", "Химия"]]
    others = [["ОО", "ФИО наставника", "Предмет"], ["МБОУ СОШ № 1", "Листова Вера Ильинична", "Химия"]]
    job = uploaded(client, shapes.sheets(Раз=people, Два=others), school)
    answers = {"column-0": "organisation", "column-1": "full_name", "column-2": "subjects"}
    assert "Выберите лист" in client.post(at("columns", job.pk), answers).content.decode()
    assert state(job) == ImportState.COLUMNS

    client.post(at("layout", job.pk), {"sheet": "Два", "heading": "1"})
    run(client, job, answers)

    assert [mentor.last_name for mentor in Mentor.objects.all()] == ["Листова"]


def test_hidden_rows_wait_for_a_word(client: Client, school: Organisation) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    rows = [["МБОУ СОШ № 1", name, "Химия"] for name in ("Тестова Анна Петровна", "Скрытова Вера Ильинична")]
    job = uploaded(client, shapes.book(["ОО", "ФИО наставника", "Предмет"], *rows, change=hide), school)
    assert "Без вашего согласия они не загружаются" in page(client, job)

    client.post(at("layout", job.pk), {"heading": "1", "with_hidden": "on"})
    run(client, job, {"column-0": "organisation", "column-1": "full_name", "column-2": "subjects"})

    assert set(Mentor.objects.values_list("last_name", flat=True)) == {"Тестова", "Скрытова"}


def test_a_row_of_headings_that_nobody_foresaw_is_named(client: Client, school: Organisation) -> None:
    rows = [["Где", "Кто", "Чему"], ["МБОУ СОШ № 1", "Тестова Анна Петровна", "Химия"]]
    job = uploaded(client, shapes.book(["Наш список"], *rows), school)
    assert "Здесь стоят имена людей" in page(client, job)

    client.post(at("layout", job.pk), {"heading": "2"})

    job.refresh_from_db()
    assert job.heading == ["Где", "Кто", "Чему"]


def test_a_layout_without_a_table_is_refused_in_words_and_changes_nothing(client: Client, school: Organisation) -> None:
    job = uploaded(client, shapes.book(*PAIRS), school)

    answer = client.post(at("layout", job.pk), {"heading": "2"}, follow=True).content.decode()

    assert "под заголовками нет ни одной строки" in answer
    assert ImportJob.objects.get(pk=job.pk).layout == {}


def test_what_was_refused_on_the_way_to_another_page_is_offered_again(client: Client, school: Organisation) -> None:
    job = uploaded(client, shapes.book(*PAIRS), school)
    fields = sent(client.get(at("columns", job.pk)).content, heading="0")

    assert client.post(at("layout", job.pk), fields).status_code == 302

    assert ["heading", "0"] in FormDraft.objects.get().fields
