"""A visitor writes to a mentor; the address stays with the site."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from cms.mailing.delivering import deliver_due
from cms.mailing.models import OutgoingMail
from mentoring.consents.models import MentorConsent
from mentoring.letters.models import LETTERS_PER_HOUR, MentorLetter
from tests.factories import MentorFactory
from tests.visitors import confirm, opened

pytestmark = pytest.mark.django_db

LETTER = {"sender_name": "Илья Тарасов", "sender_email": "ilya@example.org", "text": "Разберём урок?", "agreed": "on"}


def write(client: Client, mentor: Any, **changes: str) -> Any:
    """Send the form, and answer the letter that asks whether it was really sent from there."""
    answer = client.post(f"/nastavniki/{mentor.pk}/pismo/", {**LETTER, "opened": opened(), **changes})
    if OutgoingMail.objects.filter(kind="cms.confirm").exists():
        answer = confirm(client)
    deliver_due()
    return answer


def test_a_letter_reaches_the_mentor_and_is_forgotten_by_the_site(client: Client) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")

    answer = write(client, mentor)

    assert answer["Location"] == f"/nastavniki/{mentor.pk}/pismo/peredano/"
    [message] = mail.outbox
    assert message.to == ["vera@school.example"]
    assert message.reply_to == ["ilya@example.org"]
    assert "Разберём урок?" in message.body
    assert "Разберём урок?" not in str(list(OutgoingMail.objects.values()))


def test_the_address_is_on_no_page(client: Client) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")

    letter = f"/nastavniki/{mentor.pk}/pismo/"
    for path in (mentor.get_absolute_url(), letter, f"{letter}peredano/"):
        page = client.get(path).content.decode()
        assert mentor.last_name in page
        assert "vera@school" not in page


def test_a_mentor_who_did_not_agree_to_letters_gets_none(client: Client) -> None:
    mentor = MentorFactory(bare=True, email="vera@school.example")

    assert client.get(f"/nastavniki/{mentor.pk}/pismo/").status_code == 404
    assert write(client, mentor).status_code == 404
    assert mail.outbox == []


def test_a_consent_withdrawn_while_the_letter_was_written_stops_it(client: Client) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")
    MentorConsent.objects.update(withdrawn_on=timezone.localdate())

    assert write(client, mentor).status_code == 404
    assert mail.outbox == []


@pytest.mark.parametrize("field", ["sender_name", "sender_email", "text", "agreed"])
def test_an_incomplete_letter_comes_back_with_its_words(client: Client, field: str) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")

    answer = write(client, mentor, **{field: ""})

    assert answer.status_code == 422
    assert "Проверьте, что отмечено ниже" in answer.content.decode()
    assert mail.outbox == []


def test_the_sixth_letter_of_an_hour_waits(client: Client) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")
    for _number in range(LETTERS_PER_HOUR):
        assert write(client, mentor).status_code == 302

    answer = write(client, mentor)

    assert "Подождите час" in answer.content.decode()
    assert len(mail.outbox) == LETTERS_PER_HOUR


def test_a_machine_that_fills_the_hidden_field_is_thanked_and_ignored(client: Client) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")

    assert write(client, mentor, website="https://spam.example").status_code == 302
    assert mail.outbox == []
    assert not MentorLetter.objects.exists()


def test_a_line_break_in_the_name_cannot_add_mail_headers(client: Client) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")

    write(client, mentor, sender_name="Илья\r\nBcc: all@example.org")

    [message] = mail.outbox
    assert message.recipients() == ["vera@school.example"]
    assert "\n" not in message.subject


def test_nobody_is_written_to_before_the_sender_has_confirmed(client: Client) -> None:
    mentor = MentorFactory(public=True, email="vera@school.example")
    answer = client.post(f"/nastavniki/{mentor.pk}/pismo/", {**LETTER, "opened": opened()})
    assert answer["Location"] == "/podtverzhdenie/pismo/pismo/"
    deliver_due()
    [message] = mail.outbox
    assert message.to == ["ilya@example.org"]
    assert "Разберём урок?" not in message.body
    assert not MentorLetter.objects.exists()
