"""A session that ends in the middle of writing, and who gets the words afterwards."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.drafts.keeping import LONGEST
from cms.drafts.models import KEPT, FormDraft
from cms.drafts.sweeping import forget_old_drafts
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory

pytestmark = pytest.mark.django_db

TYPED = "Ушла в отпуск по уходу за ребёнком до весны"


@pytest.fixture
def address(municipality: Any) -> str:
    """A form that asks why: taking a mentor out of the search."""
    mentor = MentorFactory(public=True, municipality=municipality)
    return f"/admin/bank/mentors/{mentor.pk}/suspend/"


@pytest.fixture
def typed(address: str, coordinator: Any, signed_in: Any, filled: Any) -> dict[str, Any]:
    """The form as the coordinator has filled it."""
    return filled(signed_in(coordinator).get(address).content, note=TYPED)  # type: ignore[no-any-return]


def draft_on(client: Client, address: str) -> list[dict[str, Any]]:
    """The drafts that the page hands to the script."""
    page = client.get(address).content.decode()
    return json.loads(page.split('id="form-drafts">')[1].split("</script>")[0])  # type: ignore[no-any-return]


def test_an_ended_session_leads_through_signing_in_back_to_the_words(
    address: str, typed: dict[str, Any], coordinator: Any, signed_in: Any
) -> None:
    answer = Client().post(address, typed)

    assert answer.status_code == 302 and answer["Location"].endswith(f"next={address.replace('/', '%2F')}")
    [draft] = draft_on(signed_in(coordinator), address)
    assert draft["fill"] and ["note", TYPED] in draft["fields"]
    assert Mentor.objects.get().selection_state != "suspended"


def test_a_page_reads_its_drafts_once(address: str, typed: dict[str, Any], coordinator: Any, signed_in: Any) -> None:
    Client().post(address, typed)
    client = signed_in(coordinator)

    with CaptureQueriesContext(connection) as asked:
        [draft] = draft_on(client, address)

    assert ["note", TYPED] in draft["fields"]
    assert len([query for query in asked if FormDraft._meta.db_table in query["sql"]]) == 1


def test_another_person_gets_nothing_of_it(
    address: str, typed: dict[str, Any], methodist: Any, regional_centre: Any, coordinator: Any, signed_in: Any
) -> None:
    other = signed_in(regional_centre)

    answer = other.post(address, typed)

    assert answer.status_code == 302
    assert TYPED not in other.get(answer["Location"]).content.decode()
    assert TYPED not in other.get(address).content.decode() and draft_on(other, address) == []
    assert ["note", TYPED] in draft_on(signed_in(coordinator), address)[0]["fields"]
    assert not FormDraft.objects.exclude(user=coordinator).exists()


def test_saving_forgets_the_draft_on_both_sides(
    address: str, typed: dict[str, Any], coordinator: Any, signed_in: Any, filled: Any
) -> None:
    Client().post(address, typed)
    client = signed_in(coordinator)
    again = filled(client.get(address).content, note=TYPED)

    answer = client.post(address, again)

    assert answer.status_code == 302 and answer.cookies["duet-saved"].value == draft_place(typed)
    assert not FormDraft.objects.exists()


def draft_place(fields: dict[str, Any]) -> str:
    from cms.drafts.tokens import read_token

    token = read_token(fields["form-token"][0])
    assert token is not None
    return token.place


def test_a_page_from_before_a_new_sign_in_loses_nothing(address: str, typed: dict[str, Any], coordinator: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(address, typed, headers={"origin": "http://testserver"})

    assert answer.status_code == 302 and answer["Location"] == address
    assert ["note", TYPED] in draft_on(client, address)[0]["fields"]


def test_a_foreign_page_leaves_no_words_here(address: str, typed: dict[str, Any], coordinator: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(address, typed, headers={"origin": "https://evil.example"})

    assert answer.status_code == 403 and not FormDraft.objects.exists()


def test_the_script_keeps_and_forgets(address: str, typed: dict[str, Any], coordinator: Any, signed_in: Any) -> None:
    client, token = signed_in(coordinator), typed["form-token"][0]

    kept = send(client, token=token, fields=[["note", TYPED], ["password", "тайна"]], labels={"note": "Почему"})

    assert kept.status_code == 200 and FormDraft.objects.get().fields == [["note", TYPED]]
    [draft] = draft_on(client, address)
    assert not draft["fill"] and draft["labels"] == {"note": "Почему"}
    assert send(client, token=token, forget=True).status_code == 200 and not FormDraft.objects.exists()


def test_the_script_of_an_ended_session_is_told_to_sign_in(typed: dict[str, Any]) -> None:
    answer = send(Client(), token=typed["form-token"][0], fields=[["note", TYPED]])

    assert answer.status_code == 403 and "login" in answer.json()["url"]
    assert FormDraft.objects.get().is_interrupted


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("не JSON", 400),
        ("[]", 400),
        ('{"token": "подделка", "fields": []}', 400),
        ('{"token": TOKEN, "fields": [["a"]]}', 400),
        ('{"token": TOKEN, "fields": {"a": 1}}', 400),
        ('{"token": TOKEN, "fields": [["note", "\\ud800\\u0000"]]}', 200),
        ('{"token": TOKEN, "fields": [["note", "' + "я" * (LONGEST + 1) + '"]]}', 413),
    ],
)
def test_bad_drafts_are_refused_in_words(
    body: str, status: int, typed: dict[str, Any], coordinator: Any, signed_in: Any
) -> None:
    body = body.replace("TOKEN", json.dumps(typed["form-token"][0]))

    answer = signed_in(coordinator).post("/chernovik/", body, content_type="application/json")

    assert answer.status_code == status, answer.content
    assert status == 200 or answer.json()["message"]


def test_a_draft_of_a_deleted_thing_disturbs_nobody(
    municipality: Any, coordinator: Any, signed_in: Any, filled: Any
) -> None:
    mentor = MentorFactory(municipality=municipality)
    address = f"/admin/bank/mentors/{mentor.pk}/move/"
    client = signed_in(coordinator)
    typed = filled(client.get(address).content, note=TYPED)
    mentor.delete()

    answer = client.post(address, typed)

    assert answer.status_code == 409 and TYPED in answer.content.decode()


def test_drafts_expire(typed: dict[str, Any]) -> None:
    send(Client(), token=typed["form-token"][0], fields=[["note", TYPED]])
    FormDraft.objects.update(saved_at=timezone.now() - KEPT - timedelta(hours=1))

    forget_old_drafts()

    assert not FormDraft.objects.exists()


def test_signing_out_clears_the_device(coordinator: Any, signed_in: Any) -> None:
    answer = signed_in(coordinator).post("/vyhod/")

    assert answer["Clear-Site-Data"] == '"storage"' and answer.cookies["duet-saved"].value == "all"


def send(client: Client, **body: Any) -> Any:
    return client.post("/chernovik/", json.dumps(body), content_type="application/json")
