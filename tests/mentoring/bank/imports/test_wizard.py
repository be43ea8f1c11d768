"""The wizard as a coordinator walks through it, and as nobody else does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.territories.models import Municipality, Organisation
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory
from tests.mentoring.bank.imports.conftest import SAMPLE
from tests.mentoring.bank.imports.tables import csv_bytes

pytestmark = pytest.mark.usefixtures("reference")

SignIn = Callable[[Any], Client]


def at(page: str, *args: Any) -> str:
    return reverse(f"mentor_bank_import:{page}", args=args)


def upload(client: Client, content: bytes, municipality: Municipality | None, name: str = "bank.csv") -> Any:
    data = {"file": SimpleUploadedFile(name, content), "municipality": municipality.pk if municipality else ""}
    return client.post(at("upload"), data)


def settle(client: Client, job: ImportJob, **more: Any) -> Any:
    columns = {f"column-{index}": code for index, code in job.columns.items()}
    return client.post(at("columns", job.pk), {**columns, **more})


def test_a_coordinator_takes_the_filled_table_from_upload_to_the_public_bank(
    coordinator: User, municipality: Municipality, signed_in: SignIn
) -> None:
    client = signed_in(coordinator)
    response = upload(client, SAMPLE.read_bytes(), municipality, SAMPLE.name)
    job = ImportJob.objects.get()
    assert response.url == at("columns", job.pk)
    page = client.get(response.url).content.decode()
    assert "Из заголовка неясно, чей это столбец: «Стаж наставника» или «Примерный стаж наставляемого»" in page

    basis = {"consent_holder": "МБУ ЦРО", "consent_since": "2026-09-01"}
    assert settle(client, job, create_organisations="on", **basis).url == at("preview", job.pk)
    page = client.get(at("preview", job.pk)).content.decode()
    assert "В столбце района «Белокалитвинский», строк: 8. Это «Ключевской район»?" in page
    client.post(at("preview", job.pk), {"district-Белокалитвинский": "own"})
    page = client.get(at("preview", job.pk)).content.decode()
    assert "новый наставник – 8" in page
    assert not Mentor.objects.exists()

    assert client.post(at("run", job.pk)).url == at("report", job.pk)
    assert Mentor.objects.public(timezone.localdate()).in_municipality(municipality).count() == 8
    assert "Полтавченко Елена Анатольевна" in client.get(at("report", job.pk)).content.decode()
    job.refresh_from_db()
    assert (job.state, bytes(job.content)) == (ImportState.DONE, b"")


def test_a_corrected_column_changes_what_is_imported(
    coordinator: User, municipality: Municipality, signed_in: SignIn
) -> None:
    client = signed_in(coordinator)
    upload(client, SAMPLE.read_bytes(), municipality, SAMPLE.name)
    job = ImportJob.objects.get()

    settle(client, job, create_organisations="on", **{"column-6": "mentee_experience", "column-7": "mentee_categories"})
    client.post(at("run", job.pk), {"district-Белокалитвинский": "own"})

    mentor = Mentor.objects.get(last_name="Полтавченко")
    assert (mentor.mentee_experience, mentor.mentee_categories) == (["21-30"], ["highest"])
    assert (mentor.experience_band, mentor.category) == ("", "")


def test_one_field_cannot_be_given_to_two_columns(
    coordinator: User, municipality: Municipality, signed_in: SignIn
) -> None:
    client = signed_in(coordinator)
    upload(client, SAMPLE.read_bytes(), municipality)

    page = settle(client, ImportJob.objects.get(), **{"column-6": "category"}).content.decode()

    assert "«Категория наставника» выбрано для нескольких столбцов" in page


def test_a_doubtful_row_is_decided_on_the_preview(
    coordinator: User, school: Organisation, village_school: Organisation, signed_in: SignIn
) -> None:
    known = MentorFactory(
        last_name="Иванова", first_name="Мария", patronymic="Петровна", organisation=village_school, public=True
    )
    client = signed_in(coordinator)
    upload(client, csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"), school.municipality)
    job = ImportJob.objects.get()
    settle(client, job)
    assert (
        "это тот же человек: Иванова Мария Петровна, Ракитинская школа"
        in client.get(at("preview", job.pk)).content.decode()
    )

    client.post(at("preview", job.pk), {"decision-2": str(known.pk)})
    client.post(at("run", job.pk))

    known.refresh_from_db()
    assert known.organisation == school
    assert Mentor.objects.count() == 1


def test_an_import_runs_once(coordinator: User, school: Organisation, signed_in: SignIn) -> None:
    client = signed_in(coordinator)
    upload(client, csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"), school.municipality)
    job = ImportJob.objects.get()
    settle(client, job)

    client.post(at("run", job.pk))
    client.post(at("run", job.pk))

    assert Mentor.objects.count() == 1


def test_a_refused_file_says_why_on_the_form(coordinator: User, municipality: Municipality, signed_in: SignIn) -> None:
    page = upload(signed_in(coordinator), b"%PDF-1.7 ...", municipality, "bank.pdf").content.decode()

    assert "«bank.pdf»: это PDF, а не таблица" in page
    assert not ImportJob.objects.exists()


def test_rows_to_mend_come_back_in_the_layout_of_their_file(
    coordinator: User, school: Organisation, signed_in: SignIn
) -> None:
    client = signed_in(coordinator)
    upload(client, csv_bytes("СОШ № 1;Иванова М.П.;Химия;;", "СОШ № 1;Зуев Олег Ильич;;;"), school.municipality)
    job = ImportJob.objects.get()
    settle(client, job)

    response = client.get(at("download", job.pk, "rest", "csv"))
    text = b"".join(response.streaming_content).decode("utf-8-sig")

    heading, row = text.splitlines()
    assert heading.endswith("Категория наставника;Что исправить")
    assert row.startswith("СОШ № 1;Иванова М.П.;Химия;;;строка 2:")


class TestBorders:
    """A right ends at the municipality's border, at every step."""

    def test_nobody_uploads_into_a_foreign_bank(
        self, coordinator: User, other_municipality: Municipality, signed_in: SignIn
    ) -> None:
        upload(signed_in(coordinator), SAMPLE.read_bytes(), other_municipality)

        assert not ImportJob.objects.exists()

    def test_nobody_touches_a_foreign_import(
        self, coordinator: User, other_coordinator: User, school: Organisation, signed_in: SignIn
    ) -> None:
        upload(signed_in(coordinator), csv_bytes("СОШ № 1;Иванова Мария Петровна;;;"), school.municipality)
        job = ImportJob.objects.get()
        settle(signed_in(coordinator), job)
        stranger = signed_in(other_coordinator)

        for page in ("columns", "preview", "report"):
            assert stranger.get(at(page, job.pk)).status_code == 404
        stranger.post(at("run", job.pk))
        stranger.post(at("cancel", job.pk))

        assert not Mentor.objects.exists()
        job.refresh_from_db()
        assert job.state == ImportState.PREVIEW

    def test_a_right_lost_after_the_upload_is_lost(
        self, coordinator: User, school: Organisation, signed_in: SignIn
    ) -> None:
        client = signed_in(coordinator)
        upload(client, csv_bytes("СОШ № 1;Иванова Мария Петровна;;;"), school.municipality)
        job = ImportJob.objects.get()
        settle(client, job)
        coordinator.appointments.all().delete()

        client.post(at("run", job.pk))

        assert not Mentor.objects.exists()

    def test_a_methodist_neither_publishes_nor_creates_organisations(
        self, methodist: User, municipality: Municipality, signed_in: SignIn
    ) -> None:
        client = signed_in(methodist)
        upload(client, SAMPLE.read_bytes(), municipality)
        job = ImportJob.objects.get()

        settle(client, job, create_organisations="on", consent_holder="МБУ", consent_since="2026-09-01")
        client.post(at("run", job.pk))

        assert not Organisation.objects.exists()
        assert not Mentor.objects.public(timezone.localdate()).exists()

    @pytest.mark.parametrize("role", ["teacher", "editor", "expert"])
    def test_other_roles_have_no_import(
        self, role: str, request: pytest.FixtureRequest, municipality: Municipality, signed_in: SignIn
    ) -> None:
        upload(signed_in(request.getfixturevalue(role)), SAMPLE.read_bytes(), municipality)

        assert not ImportJob.objects.exists()

    def test_the_regional_centre_imports_by_the_column(
        self, regional_centre: User, school: Organisation, foreign_school: Organisation, signed_in: SignIn
    ) -> None:
        client = signed_in(regional_centre)
        content = csv_bytes(
            "Ключевской;СОШ № 1;Иванова Мария Петровна",
            "Заречный;СОШ № 5;Зуев Олег Ильич",
            heading="Район;ОО;ФИО наставника",
        )
        upload(client, content, None)
        job = ImportJob.objects.get()
        settle(client, job)
        client.post(at("run", job.pk))

        assert set(Mentor.objects.values_list("organisation__municipality__code", flat=True)) == {"klyuchi", "zarechny"}


def test_what_was_chosen_beside_a_row_is_not_lost_by_the_main_button(
    coordinator: User, school: Organisation, village_school: Organisation, signed_in: SignIn
) -> None:
    known = MentorFactory(
        last_name="Иванова", first_name="Мария", patronymic="Петровна", organisation=village_school, public=True
    )
    client = signed_in(coordinator)
    upload(client, csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"), school.municipality)
    job = ImportJob.objects.get()
    settle(client, job)
    page = client.get(at("preview", job.pk)).content.decode()
    assert page.count('<form action="/admin/mentor-bank/import') == 2, "the rows with both buttons, and the cancelling"

    client.post(at("run", job.pk), {"decision-2": str(known.pk)})

    known.refresh_from_db()
    assert known.organisation == school
    assert Mentor.objects.count() == 1


def test_leafing_through_the_rows_keeps_what_was_answered(
    coordinator: User, school: Organisation, village_school: Organisation, signed_in: SignIn
) -> None:
    MentorFactory(last_name="Иванова", first_name="Мария", patronymic="Петровна", organisation=village_school)
    client = signed_in(coordinator)
    upload(client, csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"), school.municipality)
    job = ImportJob.objects.get()
    settle(client, job)

    response = client.post(at("preview", job.pk), {"decision-2": "skip", "go": "verdict=&p=2&next=//evil.example"})

    assert response.url == at("preview", job.pk) + "?verdict=&p=2"
    job.refresh_from_db()
    assert job.decisions == {"2": "skip"}


@pytest.mark.parametrize(("answer", "mentors"), [("own", 1), ("other", 0), ("", 0)])
def test_an_unknown_district_beside_ones_own_is_a_question(
    answer: str, mentors: int, coordinator: User, school: Organisation, signed_in: SignIn
) -> None:
    client = signed_in(coordinator)
    content = csv_bytes("Ключи;СОШ № 1;Иванова Мария Петровна;Химия", heading="Район;ОО;ФИО наставника;Предмет")
    upload(client, content, school.municipality)
    job = ImportJob.objects.get()
    settle(client, job)
    page = client.get(at("preview", job.pk)).content.decode()
    assert "Чьи это строки?" in page
    assert "В столбце района «Ключи», строк: 1" in page

    client.post(at("run", job.pk), {"district-Ключи": answer})

    assert Mentor.objects.count() == mentors


def test_warnings_of_one_kind_fold(coordinator: User, school: Organisation, signed_in: SignIn) -> None:
    client = signed_in(coordinator)
    names = ("Лесная", "Речная", "Горная", "Степная", "Озёрная", "Полевая", "Луговая", "Дачная")
    rows = [f"{name} школа;Иванова{'абвгдежз'[n]} Мария Петровна;Астрология;;" for n, name in enumerate(names)]
    upload(client, csv_bytes(*rows), school.municipality)
    job = ImportJob.objects.get()
    settle(client, job)

    page = client.get(at("preview", job.pk)).content.decode()

    assert "8 организаций, которых нет в списке – <span" in page.replace("\u00a0", " ")
    assert "1 значение, которого нет в справочнике – <span" in page.replace("\u00a0", " ")
