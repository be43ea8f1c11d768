"""A teacher offers to be a mentor; nothing of it is public before the coordinator decided."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.confirming.models import OF_ONE_NETWORK, Unconfirmed
from cms.territories.models import Organisation
from mentoring.bank.enums import CandidateSource, SelectionState
from mentoring.bank.models import Mentor
from mentoring.consents.enums import Channel, Purpose
from tests.factories import AudienceFactory, DirectionFactory, OrganisationFactory, SubjectFactory
from tests.visitors import confirm, opened

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
        "opened": opened(),
    }


def send(client: Client, offer: dict[str, Any]) -> None:
    """Send the form and answer the letter."""
    assert client.post("/nastavniki/stat-nastavnikom/", offer)["Location"] == "/podtverzhdenie/pismo/zayavka/"
    assert not Mentor.objects.exists(), "the coordinator sees nothing yet"
    assert confirm(client, offer["email"])["Location"] == "/nastavniki/stat-nastavnikom/spasibo/"


def test_an_offer_becomes_a_draft_candidate_with_both_consents(client: Client, offer: dict[str, Any]) -> None:
    send(client, offer)

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


def test_a_teacher_names_the_categories_of_today(client: Client, offer: dict[str, Any]) -> None:
    assert "педагог-наставник" in client.get("/nastavniki/stat-nastavnikom/").content.decode()
    refused = client.post(
        "/nastavniki/stat-nastavnikom/", offer | {"category": "first", "special_categories": "mentor"}
    )
    assert "присваивают вслед за высшей" in refused.content.decode()

    send(client, offer | {"special_categories": ["methodist", "mentor"]})

    assert Mentor.objects.get().special_categories == ["methodist", "mentor"]


def test_without_the_second_consent_only_the_first_is_kept(client: Client, offer: dict[str, Any]) -> None:
    del offer["publication"]

    send(client, offer)

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
    send(client, {**offer, "live": "on", "selection_state": "in-bank", "is_minor": ""})

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
        ("last_name", "\u200b\u202e", "Проверьте, что отмечено ниже"),
        ("last_name", "\u3164\u2800", "русскими буквами"),
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
    send(client, {**offer, "last_name": "Ю", "first_name": " Вeра*"})

    assert Mentor.objects.get().full_name == "Ю Вера Аркадьевна"


def test_an_offer_without_a_moment_or_sent_at_once_is_asked_for_again(client: Client, offer: dict[str, Any]) -> None:
    for moment in ("", opened(0)):
        answer = client.post("/nastavniki/stat-nastavnikom/", {**offer, "opened": moment})
        assert answer.status_code == 422
        assert 'value="Вера"' in answer.content.decode()
    assert not Unconfirmed.objects.exists()


def test_forty_offers_at_once_end(client: Client, offer: dict[str, Any]) -> None:
    answers = [
        client.post("/nastavniki/stat-nastavnikom/", {**offer, "email": f"vera{number}@school.example"})
        for number in range(40)
    ]
    assert [answer.status_code for answer in answers].count(302) == OF_ONE_NETWORK
    assert "Подождите час" in answers[-1].content.decode()
    assert not Mentor.objects.exists()


def test_a_signed_in_person_with_a_known_mailbox_need_not_confirm(
    signed_in: Any, teacher: Any, offer: dict[str, Any]
) -> None:
    answer = signed_in(teacher).post("/nastavniki/stat-nastavnikom/", {**offer, "email": teacher.email})
    assert answer["Location"] == "/nastavniki/stat-nastavnikom/spasibo/"
    assert Mentor.objects.count() == 1


def test_an_organisation_that_closed_meanwhile_is_told_of(client: Client, offer: dict[str, Any]) -> None:
    client.post("/nastavniki/stat-nastavnikom/", offer)
    Organisation.objects.update(is_active=False)
    answer = confirm(client)
    assert answer.status_code == 410
    assert "кое-что изменилось" in answer.content.decode()
    assert not Mentor.objects.exists()
