"""A long file goes through the background in portions: with progress, stoppable, resumable, and nobody twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from cms.actions import Refused
from cms.territories.models import Organisation
from cms.work.worker import Worker
from mentoring.bank.imports import apply, background, plan, steps
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.imports.options import OWN
from mentoring.bank.imports.steps import Answers, CancelImport, RunImport, SettleColumns, UploadFile
from mentoring.bank.models import Mentor
from tests.mentoring.bank.imports.tables import csv_bytes

pytestmark = pytest.mark.usefixtures("reference")

LETTERS = "абвгдежзиклм"


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven rows are a long file here, of portions of three."""
    monkeypatch.setattr(steps, "AT_ONCE", 6)
    cut = plan.portions
    monkeypatch.setattr(background, "portions", lambda rows, fields: cut(rows, fields, 3))


@pytest.fixture
def job(coordinator: User, school: Organisation) -> ImportJob:
    rows = [f"СОШ № 1;Иванов{letter} Мария Петровна;Химия;;" for letter in LETTERS]
    file = ContentFile(csv_bytes(*rows))
    uploaded = UploadFile(file, "bank.csv", school.municipality, coordinator).execute()
    columns = {int(index): Field(code) for index, code in uploaded.columns.items() if code}
    settled: ImportJob = SettleColumns(uploaded, coordinator, columns).execute()
    return settled


def work() -> None:
    Worker().work_off()


def test_it_is_examined_and_written_by_the_worker_with_progress_and_a_report(
    job: ImportJob, coordinator: User, signed_in: Callable[[Any], Client]
) -> None:
    client = signed_in(coordinator)
    page = client.get(reverse("mentor_bank_import:preview", args=[job.pk]), follow=True).content.decode()
    assert f"Проверено строк: 0 из {len(LETTERS)}." in page
    work()
    job.refresh_from_db()
    assert (job.state, job.counts, job.rows.count()) == (ImportState.PREVIEW, {"new": 12}, 12)
    assert not Mentor.objects.exists()

    RunImport(job, coordinator).execute()
    assert not Mentor.objects.exists()
    work()
    job.refresh_from_db()
    assert (job.state, job.progress, bytes(job.content)) == (ImportState.DONE, 12, b"")
    assert Mentor.objects.count() == job.rows.filter(mentor__isnull=False).count() == 12
    assert "новый наставник – 12" in client.get(reverse("mentor_bank_import:report", args=[job.pk])).content.decode()


def test_one_in_which_nothing_is_answered_yet_does_not_end(coordinator: User, school: Organisation) -> None:
    rows = [f"Далёкий район;СОШ № 1;Иванов{letter} Мария Петровна" for letter in LETTERS]
    file = ContentFile(csv_bytes(*rows, heading="Район;ОО;ФИО наставника"))
    job = UploadFile(file, "bank.csv", school.municipality, coordinator).execute()
    columns = {int(index): Field(code) for index, code in job.columns.items() if code}
    job = SettleColumns(job, coordinator, columns).execute()
    work()
    job.refresh_from_db()
    assert job.counts == {"district": 12}

    with pytest.raises(Refused, match="Загружать пока нечего"):
        RunImport(job, coordinator).execute()
    job.refresh_from_db()
    assert (job.state, bool(job.content)) == (ImportState.PREVIEW, True)

    RunImport(job, coordinator, Answers(districts={"Далёкий район": OWN})).execute()
    work()
    assert Mentor.objects.count() == 12


def test_no_step_comes_between_while_it_is_worked_on(job: ImportJob, coordinator: User) -> None:
    with pytest.raises(Refused, match="ещё работает"):
        RunImport(job, coordinator).execute()


def test_one_that_is_cancelled_while_it_is_examined_is_forgotten(job: ImportJob, coordinator: User) -> None:
    CancelImport(job, coordinator).execute()
    work()
    job.refresh_from_db()
    assert (job.state, job.rows.count(), bytes(job.content)) == (ImportState.CANCELLED, 0, b"")


def test_a_stopped_one_keeps_what_is_written_and_names_the_rest(
    job: ImportJob, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    work()
    RunImport(job, coordinator).execute()
    carry = apply.Importing.carry

    def stopped_after_the_first(self: apply.Importing, rows: list[Row]) -> plan.Portion:
        ImportJob.objects.filter(pk=job.pk).update(stop_asked=True)
        return carry(self, rows)

    monkeypatch.setattr(apply.Importing, "carry", stopped_after_the_first)
    work()

    job.refresh_from_db()
    assert (job.state, job.counts) == (ImportState.DONE, {"new": 3, "stopped": 9})
    assert Mentor.objects.count() == 3
    assert job.rows.filter(verdict="stopped").first().cells[1] == "Ивановг Мария Петровна"


def test_after_a_worker_died_the_next_one_goes_on_and_nobody_stands_twice(
    job: ImportJob, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    work()
    RunImport(job, coordinator).execute()
    carry, calls = apply.Importing.carry, []

    def dies_in_the_third(self: apply.Importing, rows: list[Row]) -> plan.Portion:
        calls.append(rows)
        if len(calls) == 3:
            raise MemoryError
        return carry(self, rows)

    monkeypatch.setattr(apply.Importing, "carry", dies_in_the_third)
    with pytest.raises(MemoryError):
        background.import_file.call(job.pk, coordinator.pk)
    job.refresh_from_db()
    assert (job.state, job.progress, Mentor.objects.count()) == (ImportState.RUNNING, 6, 6)

    background.import_file.call(job.pk, coordinator.pk)

    job.refresh_from_db()
    assert (job.state, job.counts, Mentor.objects.count()) == (ImportState.DONE, {"new": 12}, 12)


def test_a_row_that_cannot_be_written_is_named_and_costs_the_others_nothing(
    job: ImportJob, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    work()
    RunImport(job, coordinator).execute()
    create = apply.Writer.create

    def fails_for_one(self: apply.Writer, rows: list[Any]) -> list[Mentor]:
        if any(judged.row.name.last == "Ивановд" for judged in rows):
            raise ValueError("nobody foresaw this")
        return create(self, rows)

    monkeypatch.setattr(apply.Writer, "create", fails_for_one)
    work()

    job.refresh_from_db()
    assert job.counts == {"new": 11, "error": 1}
    assert "сбоя программы" in job.rows.get(verdict="error").notes[0]
    assert Mentor.objects.count() == 11
