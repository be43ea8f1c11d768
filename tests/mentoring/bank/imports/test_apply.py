"""What an import leaves behind: entries, revisions, consents, history; all of it, or nothing."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.accounts.log_entries import TerritoryLogEntry
from cms.territories.models import Municipality, Organisation
from mentoring.bank.enums import Person, SelectionState
from mentoring.bank.imports import writing
from mentoring.bank.imports.options import ConsentBasis
from mentoring.bank.imports.verdicts import Verdict
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from mentoring.reference.models import Subject
from tests.factories import MentorFactory
from tests.mentoring.bank.imports.tables import csv_bytes, import_of

pytestmark = pytest.mark.usefixtures("reference", "school")

BASIS = ConsentBasis("МБУ ЦРО", date(2026, 9, 1))
IVANOVA = "МБОУ СОШ №1;Иванова Мария Петровна;Биология;21-30;высшая"


@pytest.fixture
def here(municipality: Municipality) -> dict[str, Any]:
    return {"municipality": municipality.pk}


def test_a_revision_holds_what_the_file_said(here: dict[str, Any]) -> None:
    import_of(csv_bytes(IVANOVA), **here)

    mentor = Mentor.objects.get()
    restored = mentor.latest_revision.as_object()
    assert restored.full_name == "Иванова Мария Петровна"
    assert [subject.code for subject in restored.subjects.all()] == ["biology"]
    assert mentor.has_unpublished_changes


def test_a_changed_row_updates_its_entry_with_revision_and_history(here: dict[str, Any], coordinator: User) -> None:
    import_of(csv_bytes(IVANOVA), **here, consent=BASIS)

    outcome = import_of(csv_bytes(IVANOVA.replace("Биология", "Химия")), "new.csv", coordinator, **here)

    mentor = Mentor.objects.get()
    assert outcome.updated == 1
    assert [subject.code for subject in mentor.subjects.all()] == ["chemistry"]
    assert [subject.code for subject in mentor.latest_revision.as_object().subjects.all()] == ["chemistry"]
    assert mentor.live_revision == mentor.latest_revision
    entry = TerritoryLogEntry.objects.filter(action=writing.UPDATED).get()
    assert entry.user == coordinator
    assert entry.formatter.format_message(entry) == (
        "Обновлено из файла «new.csv», строка 2: Предметы: Биология → Химия"
    )


def test_a_draft_in_hand_is_not_overwritten_but_continued(school: Organisation, here: dict[str, Any]) -> None:
    mentor = MentorFactory(
        last_name="Иванова", first_name="Мария", patronymic="Петровна", organisation=school, about="старое", public=True
    )
    mentor.about = "новое, ещё не опубликовано"
    mentor.save_revision()

    import_of(csv_bytes(IVANOVA), **here)

    mentor.refresh_from_db()
    draft = mentor.get_latest_revision_as_object()
    assert mentor.about == "старое"
    assert not mentor.subjects.exists()
    assert (draft.about, draft.category) == ("новое, ещё не опубликовано", "highest")
    assert import_of(csv_bytes(IVANOVA), **here).counts == {Verdict.UNCHANGED: 1}


def test_without_the_right_to_publish_a_public_entry_waits_in_its_draft(
    school: Organisation, here: dict[str, Any]
) -> None:
    mentor = MentorFactory(
        last_name="Иванова", first_name="Мария", patronymic="Петровна", organisation=school, public=True
    )

    import_of(csv_bytes(IVANOVA), **here, may_publish=False)

    mentor.refresh_from_db()
    assert mentor.category == ""
    assert mentor.has_unpublished_changes
    assert mentor.get_latest_revision_as_object().category == "highest"


def test_a_later_basis_of_publication_admits_candidates(here: dict[str, Any]) -> None:
    import_of(csv_bytes(IVANOVA), **here)

    outcome = import_of(csv_bytes(IVANOVA), **here, consent=BASIS)

    mentor = Mentor.objects.public(timezone.localdate()).get()
    assert outcome.updated == 1
    assert mentor.selection_state == SelectionState.IN_BANK
    assert mentor.selection_steps.get().to_state == SelectionState.IN_BANK
    assert import_of(csv_bytes(IVANOVA), **here, consent=BASIS).counts == {Verdict.UNCHANGED: 1}


def test_a_withdrawn_consent_is_not_revived_by_a_list(here: dict[str, Any]) -> None:
    import_of(csv_bytes(IVANOVA), **here, consent=BASIS)
    MentorConsent.objects.update(withdrawn_on=timezone.localdate())

    import_of(csv_bytes(IVANOVA), **here, consent=BASIS)

    assert MentorConsent.objects.count() == 2
    assert not Mentor.objects.public(timezone.localdate()).exists()


def test_a_pupil_from_a_file_is_a_minor_whatever_it_says(here: dict[str, Any]) -> None:
    content = csv_bytes(
        "СОШ № 1;Иванов Пётр Олегович;ученик;нет", heading="ОО;ФИО наставника;Кто наставник;Младше 18 лет"
    )

    import_of(content, **here, consent=BASIS)

    mentor = Mentor.objects.get()
    assert (mentor.person, mentor.is_minor) == (Person.PUPIL, True)
    assert not Mentor.objects.public(timezone.localdate()).exists()
    assert import_of(content, **here).counts == {Verdict.UNCHANGED: 1}


@pytest.mark.parametrize("is_of_the_database", [True, False])
def test_a_failure_on_the_way_leaves_nothing(
    is_of_the_database: bool, here: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database's own failure ends the import; any other is the error of the row that it befell."""

    def fail(*args: object) -> None:
        raise OperationalError("power cut") if is_of_the_database else RuntimeError("power cut")

    monkeypatch.setattr(writing.Writer, "_log", fail)
    content = csv_bytes("СОШ № 77;Иванова Мария Петровна;;;")
    if is_of_the_database:
        with pytest.raises(OperationalError):
            import_of(content, **here, create_organisations=True)
    else:
        assert import_of(content, **here, create_organisations=True).counts == {Verdict.ERROR: 1}

    assert not Mentor.objects.exists()
    assert not Organisation.objects.filter(short_name="СОШ № 77").exists()


def test_statements_do_not_grow_with_the_rows(here: dict[str, Any], django_assert_max_num_queries: Any) -> None:
    names = [f"СОШ № 1;Иванов{letter} Мария Петровна;Биология;21-30;высшая" for letter in "абвгдежзиклмнопрст"]

    with django_assert_max_num_queries(45):
        import_of(csv_bytes(*names), **here, consent=BASIS)
    with django_assert_max_num_queries(30):
        import_of(csv_bytes(*names), **here)


def test_new_subjects_arrive_once_the_table_knows_them(here: dict[str, Any]) -> None:
    content = csv_bytes("СОШ № 1;Иванова Мария Петровна;Ракетостроение;21-30;высшая")
    import_of(content, **here)
    Subject.objects.create(code="rockets", name="Ракетостроение")

    assert import_of(content, **here).updated == 1
    assert Mentor.objects.get().subjects.get().code == "rockets"


def test_the_history_of_an_entry_tells_of_the_import(here: dict[str, Any], coordinator: User, signed_in: Any) -> None:
    import_of(csv_bytes(IVANOVA), "bank.csv", coordinator, **here)

    mentor = Mentor.objects.get()
    page = signed_in(coordinator).get(reverse(mentor.snippet_viewset.get_url_name("history"), args=[mentor.pk]))
    assert "Создано из файла «bank.csv», строка 2" in page.content.decode()


def test_lines_of_former_imports_come_into_the_history_too(municipality: Municipality, coordinator: User) -> None:
    mentor = MentorFactory(organisation=Organisation.objects.get(code="school-1"))
    kind = ContentType.objects.get_for_model(Mentor)
    said = {"content_type": kind, "label": "Иванова", "action": writing.CREATED, "timestamp": timezone.now()}
    for key in (str(mentor.pk), "9999999"):
        ModelLogEntry.objects.create(object_id=key, user=coordinator, data={"file": "old.csv"}, **said)

    import_module("mentoring.migrations.0020_history_of_imports").move(apps, None)

    moved = {line.object_id: line for line in TerritoryLogEntry.objects.all()}
    assert moved[str(mentor.pk)].municipality == municipality
    assert (moved[str(mentor.pk)].user, moved[str(mentor.pk)].data) == (coordinator, {"file": "old.csv"})
    assert moved["9999999"].municipality is None
    assert not ModelLogEntry.objects.exists()
