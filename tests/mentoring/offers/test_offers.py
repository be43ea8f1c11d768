"""A teacher offers to be a mentor; nothing of it is public before the coordinator decided."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from mentoring.bank.enums import CandidateSource, SelectionState
from mentoring.bank.models import Mentor
from mentoring.consents.enums import Channel, Purpose
from tests.factories import AudienceFactory, DirectionFactory, OrganisationFactory, SubjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer() -> dict[str, Any]:
    return {
        "last_name": "Лосева",
        "first_name": "Вера",
        "patronymic": "Аркадьевна",
        "organisation": OrganisationFactory().pk,
        "position": "Учитель математики",
        "subjects": [SubjectFactory().pk, SubjectFactory().pk],
        "directions": [DirectionFactory().pk],
        "audiences": [AudienceFactory().pk],
        "experience_band": "21-30",
        "category": "highest",
        "meetings": ["in-person"],
        "places_total": "2",
        "about": "Разбираю планы уроков.",
        "email": "vera@school.example",
        "is_of_age": "on",
        "processing": "on",
        "publication": "on",
        "public_fields": ["about"],
    }


def test_an_offer_becomes_a_draft_candidate_with_both_consents(client: Client, offer: dict[str, Any]) -> None:
    answer = client.post("/nastavniki/stat-nastavnikom/", offer)

    assert answer.status_code == 302
    mentor = Mentor.objects.get()
    assert (mentor.live, mentor.selection_state, mentor.source) == (
        False,
        SelectionState.CANDIDATE,
        CandidateSource.SELF,
    )
    assert mentor.subjects.count() == 2
    assert mentor.latest_revision is not None
    consents = {consent.purpose: consent for consent in mentor.consents.all()}
    assert set(consents) == {Purpose.PROCESSING, Purpose.PUBLICATION}
    assert consents[Purpose.PUBLICATION].fields == ["about"]
    assert {consent.channel for consent in consents.values()} == {Channel.ELECTRONIC}
    assert not Mentor.objects.public(timezone.localdate()).exists()


def test_without_the_second_consent_only_the_first_is_kept(client: Client, offer: dict[str, Any]) -> None:
    del offer["publication"]

    client.post("/nastavniki/stat-nastavnikom/", offer)

    [consent] = Mentor.objects.get().consents.all()
    assert consent.purpose == Purpose.PROCESSING
    assert consent.fields == []


@pytest.mark.parametrize("field", ["last_name", "organisation", "directions", "audiences", "is_of_age", "processing"])
def test_what_is_missing_is_named_and_nothing_is_kept(client: Client, offer: dict[str, Any], field: str) -> None:
    del offer[field]

    answer = client.post("/nastavniki/stat-nastavnikom/", offer)

    assert answer.status_code == 422
    assert "Проверьте, что отмечено ниже" in answer.content.decode()
    assert 'value="Вера"' in answer.content.decode()
    assert not Mentor.objects.exists()


def test_nobody_offers_for_others_by_adding_fields(client: Client, offer: dict[str, Any]) -> None:
    client.post("/nastavniki/stat-nastavnikom/", {**offer, "live": "on", "selection_state": "in-bank", "is_minor": ""})

    assert Mentor.objects.get().selection_state == SelectionState.CANDIDATE
    assert not Mentor.objects.get().live


def test_a_machine_is_thanked_and_ignored(client: Client, offer: dict[str, Any]) -> None:
    assert client.post("/nastavniki/stat-nastavnikom/", {**offer, "website": "x"}).status_code == 302
    assert not Mentor.objects.exists()


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("last_name", "Вакансия", "не имя человека"),
        ("last_name", "Лосева (Петрова)", "без цифр, скобок"),
        ("first_name", "В.", "без сокращений"),
        ("first_name", "А", "без сокращений"),
        ("first_name", "Vera", "русскими буквами"),
        ("patronymic", "учитель", "не имя человека"),
    ],
)
def test_a_name_that_is_none_is_refused_with_its_reason(
    client: Client, offer: dict[str, Any], field: str, text: str, reason: str
) -> None:
    answer = client.post("/nastavniki/stat-nastavnikom/", {**offer, field: text})

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert not Mentor.objects.exists()


def test_stray_marks_and_short_surnames_do_not_stop_an_offer(client: Client, offer: dict[str, Any]) -> None:
    client.post("/nastavniki/stat-nastavnikom/", {**offer, "last_name": "Ю", "first_name": " Вeра*"})

    assert Mentor.objects.get().full_name == "Ю Вера Аркадьевна"
