"""A finished import is undone as a whole; whoever was touched since stays and is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.territories.models import Organisation
from mentoring.bank.actions import ConfirmMentor
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.imports.steps import RunImport, SettleColumns, UploadFile
from mentoring.bank.imports.undoing import UndoImport, undoing
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from tests.factories import MentorFactory, PairFactory
from tests.mentoring.bank.imports.tables import csv_bytes

pytestmark = pytest.mark.usefixtures("reference")


def imported(coordinator: User, school: Organisation, *rows: str, **basis: Any) -> ImportJob:
    uploaded = UploadFile(ContentFile(csv_bytes(*rows)), "bank.csv", school.municipality, coordinator).execute()
    columns = {int(index): Field(code) for index, code in uploaded.columns.items() if code}
    settled = SettleColumns(uploaded, coordinator, columns, **basis).execute()
    done: ImportJob = RunImport(settled, coordinator).execute()
    assert done.state == ImportState.DONE
    return done


ROWS = ("СОШ № 1;Иванова Мария Петровна;Химия;21-30;первая", "СОШ № 1;Петрова Анна Олеговна;Физика;;")
BASIS = {"consent_holder": "МБУ ЦРО", "consent_since": date(2026, 9, 1)}


def test_new_entries_go_with_the_consents_that_the_file_stated(coordinator: User, school: Organisation) -> None:
    job = imported(coordinator, school, *ROWS, **BASIS)
    assert Mentor.objects.public(timezone.localdate()).count() == 2

    UndoImport(job, coordinator).execute()

    assert not Mentor.objects.exists()
    assert not MentorConsent.objects.exists()
    job.refresh_from_db()
    assert job.state == ImportState.UNDONE


def test_changed_entries_say_again_what_they_said(coordinator: User, school: Organisation) -> None:
    mentor = MentorFactory(
        last_name="Иванова", first_name="Мария", patronymic="Петровна", organisation=school, public=True,
        category="highest", experience_band="",
    )  # fmt: skip
    before = (mentor.category, mentor.experience_band, {one.code for one in mentor.subjects.all()}, mentor.live)
    job = imported(coordinator, school, ROWS[0])
    changed = Mentor.objects.get(pk=mentor.pk)
    assert changed.category == "first"

    UndoImport(job, coordinator).execute()

    now = Mentor.objects.get(pk=mentor.pk)
    assert (now.category, now.experience_band, {one.code for one in now.subjects.all()}, now.live) == before
    assert now.get_latest_revision_as_object().category == "highest"


def test_a_candidate_whom_a_file_made_public_is_a_candidate_again(coordinator: User, school: Organisation) -> None:
    imported(coordinator, school, ROWS[0])
    job = imported(coordinator, school, ROWS[0], **BASIS)
    assert Mentor.objects.public(timezone.localdate()).count() == 1

    UndoImport(job, coordinator).execute()

    mentor = Mentor.objects.get()
    assert (mentor.live, mentor.selection_state, mentor.selection_steps.count()) == (False, "candidate", 0)
    assert not MentorConsent.objects.exists()


@pytest.mark.parametrize("work", ["confirmed", "paired", "edited"])
def test_whoever_was_touched_since_stays_and_is_named(coordinator: User, school: Organisation, work: str) -> None:
    job = imported(coordinator, school, *ROWS, **BASIS)
    touched = Mentor.objects.get(last_name="Иванова")
    if work == "confirmed":
        ConfirmMentor(touched, coordinator).execute()
    elif work == "paired":
        PairFactory(mentor=touched)
    else:
        touched.about = "Новое"
        touched.save_revision(user=coordinator)

    would = undoing(job)
    assert (would.removed, would.put_back) == (1, 0)
    assert [(row.name, bool(reason)) for row, reason in would.stay] == [("Иванова Мария Петровна", True)]

    UndoImport(job, coordinator).execute()
    assert list(Mentor.objects.values_list("last_name", flat=True)) == ["Иванова"]


def test_the_page_shows_what_would_go_and_nobody_else_may(
    coordinator: User, other_coordinator: User, school: Organisation, signed_in: Callable[[Any], Client]
) -> None:
    job = imported(coordinator, school, *ROWS)
    address = reverse("mentor_bank_import:undo", args=[job.pk])
    client = signed_in(coordinator)
    assert "Отменить всю загрузку" in client.get(reverse("mentor_bank_import:report", args=[job.pk])).content.decode()
    assert "Новые записи будут удалены: 2" in client.get(address).content.decode()
    signed_in(other_coordinator).post(address)
    assert Mentor.objects.count() == 2

    page = client.post(address, follow=True).content.decode()

    assert "Загрузка отменена целиком" in page
    assert not Mentor.objects.exists()
