"""Two coordinators of one municipality at the same import: who was quicker is said, and what was chosen is kept."""

from __future__ import annotations

import json

from django.contrib.auth.models import User

from cms.accounts.enums import Role
from cms.accounts.people import name_of
from cms.territories.models import Organisation
from mentoring.bank.imports.models import ImportJob
from tests.factories import MentorFactory, UserFactory
from tests.form_filling import sent
from tests.mentoring.bank.imports.tables import csv_bytes
from tests.mentoring.bank.imports.test_wizard import SignIn, at, pytestmark, settle, upload

__all__ = ["pytestmark"]


def test_a_row_decided_elsewhere_names_who_decided_and_keeps_the_choice(
    coordinator: User, school: Organisation, village_school: Organisation, signed_in: SignIn
) -> None:
    known = MentorFactory(
        last_name="Иванова", first_name="Мария", patronymic="Петровна", organisation=village_school, public=True
    )
    other = UserFactory(first_name="Вера", last_name="Зимина", role=Role.COORDINATOR, municipality=school.municipality)
    slow, quick = signed_in(coordinator), signed_in(other)
    upload(slow, csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"), school.municipality)
    job = ImportJob.objects.get()
    settle(slow, job)
    preview = at("preview", job.pk)
    opened = slow.get(preview).content
    decided = sent(quick.get(preview).content, **{"decision-2": str(known.pk)})
    assert quick.post(preview, decided).status_code == 302

    labels = json.dumps({"decision-2": "Строка 2", "decision-2=skip": "не загружать"})
    late = slow.post(preview, sent(opened, **{"decision-2": "skip", "form-labels": labels}))

    page = late.content.decode()
    assert late.status_code == 409 and name_of(other) in page
    assert "не загружать" in page or "Не загружать" in page
    job.refresh_from_db()
    assert job.decisions == {"2": str(known.pk)}


def test_an_import_that_has_ended_says_who_ended_it(coordinator: User, school: Organisation, signed_in: SignIn) -> None:
    other = UserFactory(first_name="Вера", last_name="Зимина", role=Role.COORDINATOR, municipality=school.municipality)
    slow, quick = signed_in(coordinator), signed_in(other)
    upload(slow, csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"), school.municipality)
    job = ImportJob.objects.get()
    settle(slow, job)
    columns = at("columns", job.pk)
    opened = slow.get(columns).content
    quick.post(at("run", job.pk))

    late = slow.post(columns, sent(opened, "column-1"))

    assert late.status_code == 409 and name_of(other) in late.content.decode()
