"""A form of a visitor waits until its mailbox answers; a letter that asks is no means to write to strangers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cms.confirming.housekeeping import forget_unconfirmed
from cms.confirming.models import DAYS, OF_ALL, OF_ONE_MAILBOX, OF_ONE_NETWORK, Unconfirmed
from cms.contacts.models import VisitorLetter
from cms.mailing.models import OutgoingMail
from tests.visitors import confirm, link_in, opened

pytestmark = pytest.mark.django_db
WRITE = "/kontakty/napisat/"
WORDS = "Как найти наставника по химии?"


def send(number: int = 0, address: str = "10.0.0.1", **changes: str):
    letter = {"sender_name": "Илья", "sender_email": f"ilya{number}@school.example", "text": WORDS, "agreed": "on"}
    return Client(REMOTE_ADDR=address).post(WRITE, {**letter, "municipality": "", "opened": opened(), **changes})


def test_the_letter_that_asks_repeats_no_word_of_the_senders():
    send(sender_name="Купите слона http://spam.example")
    letter = OutgoingMail.objects.get()
    assert letter.recipient == "ilya0@school.example"
    for word in ("слона", "spam.example", "химии"):
        assert word not in letter.subject + letter.body
    assert not VisitorLetter.objects.exists()


def test_the_page_says_that_nobody_knows_yet(client):
    page = client.get(send()["Location"]).content.decode()
    assert "Проверьте почту" in page
    assert "только после вашего подтверждения" in page


def test_a_link_is_opened_by_machines_and_confirmed_by_people(client):
    send()
    link = link_in(OutgoingMail.objects.get().body)
    for _time in range(2):
        assert "Подтвердить" in client.get(link).content.decode()
        client.head(link)
    assert not VisitorLetter.objects.exists()
    assert client.post(link).status_code == 302
    assert VisitorLetter.objects.count() == 1
    assert WORDS not in str(Unconfirmed.objects.values().get()), "the words are forgotten"


def test_a_link_confirms_once(client):
    send()
    link = link_in(OutgoingMail.objects.get().body)
    client.post(link)
    again = client.post(link)
    assert again.status_code == 410
    assert "уже подтверждено" in again.content.decode()
    assert VisitorLetter.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "9" * 40, "%00", "A" * 43 + "." + "A" * 43])
def test_a_link_that_is_not_ours_confirms_nothing(client, token):
    send()
    assert client.post(f"/podtverzhdenie/{token}/").status_code in {400, 404, 410}
    assert not VisitorLetter.objects.exists()


def test_a_link_that_opens_nothing_says_why_and_leads_back_to_the_forms(client):
    send()
    link = link_in(OutgoingMail.objects.get().body)
    torn = client.get(link[:-5] + "/").content.decode()
    assert "скопирована не целиком" in torn
    assert "удаляется" not in torn

    Unconfirmed.objects.update(asked_at=timezone.now() - timedelta(days=DAYS, minutes=1))
    page = client.get(link).content.decode()
    assert "Ссылка действует 3 дня" in page.replace("\xa0", " ")
    assert WRITE in page and "/stat-nastavnikom/" in page


def test_what_nobody_confirmed_goes_with_all_its_words(client):
    send()
    link = link_in(OutgoingMail.objects.get().body)
    Unconfirmed.objects.update(asked_at=timezone.now() - timedelta(days=DAYS, minutes=1))
    assert client.post(link).status_code == 410
    forget_unconfirmed()
    assert not Unconfirmed.objects.exists()
    assert not VisitorLetter.objects.exists()


def test_one_mailbox_is_not_filled_with_letters():
    answers = [send(address=f"10.{number}.0.1") for number in range(OF_ONE_MAILBOX + 1)]
    assert [answer.status_code for answer in answers] == [302] * OF_ONE_MAILBOX + [422]
    assert "Подождите час" in answers[-1].content.decode()
    assert WORDS in answers[-1].content.decode()
    assert OutgoingMail.objects.count() == OF_ONE_MAILBOX


def test_one_ipv6_network_is_one_sender():
    answers = [send(number, f"2001:db8:1:2::{number:x}").status_code for number in range(OF_ONE_NETWORK + 3)]
    assert answers.count(302) == OF_ONE_NETWORK
    assert send(99, "2001:db8:1:3::1").status_code == 302


def test_all_together_are_bounded_too():
    rows = [
        Unconfirmed(kind="vopros", email=f"a{number}@b.example", network="x", fingerprint=str(number))
        for number in range(OF_ALL)
    ]
    Unconfirmed.objects.bulk_create(rows)
    assert send().status_code == 422


def test_a_signed_in_person_writes_at_once_from_the_own_mailbox_only(signed_in, teacher):
    client = signed_in(teacher)
    letter = {"sender_name": "Илья", "text": WORDS, "agreed": "on", "municipality": "", "opened": opened()}
    assert client.post(WRITE, {**letter, "sender_email": teacher.email})["Location"] == "/kontakty/peredano/"
    other = client.post(WRITE, {**letter, "sender_email": "other@school.example"})
    assert other["Location"] == "/podtverzhdenie/pismo/vopros/"


def test_a_mistake_with_an_address_is_confirmed_and_without_one_passed_on(client):
    said = {"text": "Школа давно переехала.", "opened": opened()}
    page = "/kontakty/oshibka/?stranica=/nastavniki/"
    assert client.post(page, said)["Location"] == "/kontakty/peredano/"
    OutgoingMail.objects.all().delete()
    answer = client.post(page, {**said, "sender_email": "ilya@school.example"})
    assert answer["Location"] == "/podtverzhdenie/pismo/oshibka/"
    assert confirm(client)["Location"] == "/kontakty/peredano/"
    mail = OutgoingMail.objects.get()
    assert "/nastavniki/" in mail.body
    assert mail.reply_to == "ilya@school.example"
