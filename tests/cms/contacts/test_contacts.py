"""Nobody is left with a nameless coordinator: contacts, letters, mistakes, and what protects all of them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.accounts.enums import Role
from cms.contacts.enums import Subject
from cms.contacts.housekeeping import forget_who_wrote
from cms.contacts.models import LETTERS_PER_HOUR, CoordinatorContact, VisitorLetter
from cms.contacts.people import recipients
from cms.mailing.models import OutgoingMail
from cms.territories.models import Municipality, Region
from tests.factories import AppointmentFactory, MentorFactory, news, open_branch
from tests.visitors import confirm, opened

pytestmark = pytest.mark.django_db
WRITE, MISTAKE = "/kontakty/napisat/", "/kontakty/oshibka/"


@pytest.fixture
def contact(municipality: Municipality) -> CoordinatorContact:
    return CoordinatorContact.objects.create(
        municipality=municipality,
        office="Методический кабинет",
        phone="8 (000) 111-22-33, доб. 4",
        email="kabinet@klyuchi.example",
        person="Ольга Мещерякова",
    )


def question(place: Municipality | None, /, **changes: Any) -> dict[str, Any]:
    letter = {"sender_name": "Илья", "sender_email": "ilya@school.example", "text": "Как найти наставника по химии?"}
    return {
        **letter, "municipality": place.code if place else "", "agreed": "on", "opened": opened(),
        **changes,
    }  # fmt: skip


def test_every_municipality_stands_in_the_contacts(client, contact, other_municipality):
    text = client.get("/kontakty/").content.decode()
    assert "Методический кабинет" in text
    assert 'href="tel:80001112233"' in text
    assert f"{WRITE}?komu={other_municipality.code}" in text
    assert "Письма принимает региональный центр" in text


def test_a_name_is_public_only_by_the_persons_consent(client, contact):
    assert "Мещерякова" not in client.get("/kontakty/").content.decode()
    contact.person_agreed_on = timezone.localdate()
    contact.save()
    assert "Мещерякова" in client.get("/kontakty/").content.decode()
    contact.person_agreed_on = None
    contact.save()
    assert "Мещерякова" not in client.get("/kontakty/").content.decode()


@pytest.mark.parametrize("wrong", [{"person": ""}, {"person_agreed_on": timezone.localdate() + timedelta(days=2)}])
def test_a_consent_belongs_to_somebody_and_was_given(contact, wrong):
    contact.person_agreed_on = timezone.localdate()
    for name, value in wrong.items():
        setattr(contact, name, value)
    with pytest.raises(ValidationError):
        contact.full_clean()


def test_the_foot_of_a_page_names_its_own_coordinator(client, contact, municipality):
    open_branch(municipality)
    page = client.get(news(municipality).url).content.decode()
    foot = page[page.index('<footer class="foot"') :]
    assert "8 (000) 111-22-33" in foot
    assert foot.count(f'href="{WRITE}?komu={municipality.code}"') == 2
    home = client.get("/").content.decode()
    assert "/kontakty/" in home
    assert "8 (000) 111-22-33" not in home


def test_the_foot_of_a_page_reads_the_offices_once(client, contact, municipality):
    open_branch(municipality)
    address = news(municipality).url
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len([query for query in asked if CoordinatorContact._meta.db_table in query["sql"]]) == 1


def test_a_question_goes_to_the_coordinator_it_is_for(client, contact, municipality):
    form = client.get(f"{WRITE}?komu={municipality.code}").content.decode()
    assert re.search(rf'<option value="{municipality.code}" selected', form)
    answer = client.post(WRITE, question(municipality))
    assert answer["Location"] == "/podtverzhdenie/pismo/vopros/"
    assert not VisitorLetter.objects.exists()
    assert confirm(client)["Location"] == "/kontakty/peredano/"
    mail = OutgoingMail.objects.get()
    assert (mail.recipient, mail.reply_to) == ("kabinet@klyuchi.example", "ilya@school.example")
    assert "по химии" in mail.body
    letter = VisitorLetter.objects.get()
    assert (letter.municipality, letter.subject) == (municipality, Subject.QUESTION)
    assert not any("по химии" in str(value) for value in vars(letter).values())


def test_letters_reach_somebody_whatever_is_filled_in(municipality, other_municipality):
    Region.objects.update(email="centre@region.example")
    assert recipients(municipality) == recipients(None) == ["centre@region.example"]
    who = AppointmentFactory(role=Role.COORDINATOR, municipality=municipality).user
    assert recipients(municipality) == [who.email]
    who.is_active = False
    who.save()
    assert recipients(municipality) == ["centre@region.example"]
    Region.objects.update(email="")
    assert recipients(municipality)


@pytest.mark.parametrize(
    ("page", "is_own"),
    [
        ("branch", True), ("news", True), ("mentor", True), ("home", False), ("nowhere", False),
        ("//evil.example/", False), ("https://evil.example/", False), ("/\x00", False), ("/" + "я" * 900, False),
    ],
)  # fmt: skip
def test_a_mistake_goes_to_whoever_answers_for_the_page(client, contact, municipality, page, is_own):
    Region.objects.update(email="centre@region.example")
    branch = open_branch(municipality)
    known = {"branch": branch.url, "home": "/", "nowhere": "/net/takogo/"}
    known |= {
        "news": news(municipality).url,
        "mentor": MentorFactory(municipality=municipality, public=True).get_absolute_url(),
    }
    path = known.get(page, page)
    assert client.get(MISTAKE, {"stranica": path}).status_code == 200
    answer = client.post(f"{MISTAKE}?{_query(path)}", {"text": "Школа давно переехала.", "opened": opened()})
    assert answer["Location"] == "/kontakty/peredano/"
    mail = OutgoingMail.objects.get()
    assert mail.recipient == ("kabinet@klyuchi.example" if is_own else "centre@region.example")
    assert "evil.example" not in mail.body
    assert (f"http://testserver{path}" in mail.body) == (page in known)


def _query(path: str) -> str:
    from urllib.parse import urlencode

    return urlencode({"stranica": path})


def test_the_address_of_a_hidden_mentor_tells_nothing(client, contact, municipality):
    hidden = MentorFactory(municipality=municipality)
    assert municipality.name not in re.sub(
        "<footer.*", "", client.get(MISTAKE, {"stranica": hidden.get_absolute_url()}).content.decode(), flags=re.S
    )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"sender_email": "не почта"}, "правильный адрес"),
        ({"text": "ой"}, "хотя бы одно предложение"),
        ({"text": "а" * 3001}, "3000"),
        ({"agreed": ""}, "Без согласия"),
        ({"municipality": "atlantida"}, "Выберите из списка"),
        ({"opened": ""}, "Страница устарела"),
        ({"opened": "letter:подделка"}, "Страница устарела"),
        ({"opened": opened(0)}, "слишком быстро"),
        ({"sender_name": "\u200b\u202e\u2060"}, "Проверьте, что отмечено ниже"),
        ({"sender_name": "\u3164\u2800 !"}, "Напишите имя буквами"),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_keeps_what_was_typed(client, contact, municipality, wrong, words):
    if wrong.get("opened", "").startswith("letter") and "подделка" not in wrong["opened"]:
        wrong = {"opened": opened(0)}  # the moment of the test, not of its collection
    answer = client.post(WRITE, question(municipality, **wrong))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert words in text
    assert ("Илья" in text) != ("sender_name" in wrong)
    assert not OutgoingMail.objects.exists()
    assert not VisitorLetter.objects.exists()


def test_a_machine_learns_nothing(client, contact, municipality):
    answer = client.post(WRITE, question(municipality, website="http://spam.example"))
    assert answer["Location"] == "/podtverzhdenie/pismo/vopros/"
    assert not OutgoingMail.objects.exists()


def test_who_writes_too_often_waits(client, contact, municipality):
    for _number in range(LETTERS_PER_HOUR):
        assert client.post(WRITE, question(municipality)).status_code == 302
        confirm(client)
    refused = client.post(WRITE, question(municipality))
    assert refused.status_code == 422
    assert "Подождите час" in refused.content.decode()
    assert OutgoingMail.objects.count() == LETTERS_PER_HOUR
    assert client.post(WRITE, question(municipality, sender_email="vera@school.example")).status_code == 302


def test_a_letter_needs_the_forms_token(contact, municipality):
    assert Client(enforce_csrf_checks=True).post(WRITE, question(municipality)).status_code == 403


def test_lines_in_a_name_make_no_header(client, contact, municipality):
    client.post(WRITE, question(municipality, sender_name="Илья\r\nBcc: all@region.example"))
    confirm(client)
    assert "\n" not in OutgoingMail.objects.get().subject


def test_who_wrote_is_forgotten_after_a_year(contact, municipality):
    old = VisitorLetter.objects.create(subject=Subject.QUESTION, written_at=timezone.now() - timedelta(days=366))
    new = VisitorLetter.objects.create(subject=Subject.QUESTION)
    forget_who_wrote()
    assert list(VisitorLetter.objects.all()) == [new]
    assert old not in VisitorLetter.objects.all()


def test_the_contacts_cost_the_same_however_many_there_are(client, contact, django_assert_max_num_queries):
    client.get("/kontakty/")
    with django_assert_max_num_queries(8):
        client.get("/kontakty/")


def test_characters_that_nobody_sees_do_not_travel(client, contact, municipality):
    client.post(WRITE, question(municipality, text="Вопрос\x00 с нулём внутри"))
    assert not any("\x00" in mail.body for mail in OutgoingMail.objects.all())
