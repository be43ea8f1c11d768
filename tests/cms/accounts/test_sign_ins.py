"""Sessions end by themselves, are seen by their owner, and are ended from afar."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cms.accounts.sign_ins.limits import NOTED_EVERY
from cms.accounts.sign_ins.models import SignIn
from cms.accounts.sign_ins.noting import BEGAN, SEEN, forget_old_sign_ins
from tests.factories import MentorFactory
from tests.form_filling import sent

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
PASSWORD = "верный-пароль-1"


@pytest.fixture
def vera(teacher):
    teacher.set_password(PASSWORD)
    teacher.save()
    return teacher


def come_in(user, address: str = "10.0.0.1") -> Client:
    client = Client(REMOTE_ADDR=address, HTTP_USER_AGENT=FIREFOX)
    assert client.post("/vhod/", {"username": user.username, "password": PASSWORD}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/moi-vhody/").status_code == 200


def age(client: Client, **seconds: int) -> None:
    session = client.session
    for name, passed in seconds.items():
        key = {"began": BEGAN, "seen": SEEN}[name]
        session[key] = session[key] - passed
    session.save()


def test_a_session_ends_after_a_pause(vera, settings):
    client, idle = come_in(vera), int(settings.DUET_SESSION_IDLE.total_seconds())
    age(client, seen=idle - 60)
    assert is_in(client)
    age(client, seen=idle + 60)
    assert not is_in(client)
    assert SignIn.objects.get().ended_at is not None


def test_work_keeps_a_session_but_not_for_ever(vera, settings):
    client, lifetime = come_in(vera), int(settings.DUET_SESSION_LIFETIME.total_seconds())
    age(client, began=lifetime - 60, seen=NOTED_EVERY + 1)
    assert is_in(client)
    assert client.session[SEEN] > time.time() - 30, "a click counts"
    age(client, began=61)
    assert not is_in(client)


def test_an_open_page_that_asks_by_itself_is_nobody_at_work(signed_in, coordinator):
    client = signed_in(coordinator)
    age(client, seen=NOTED_EVERY + 1)
    before = client.session[SEEN]
    client.get("/admin/editing-sessions/1/")
    assert client.session[SEEN] == before


def test_words_typed_when_a_session_ends_are_there_after_signing_in(signed_in, coordinator, municipality, settings):
    mentor, client = MentorFactory(municipality=municipality), signed_in(coordinator)
    url = f"/admin/snippets/mentoring/mentor/edit/{mentor.pk}/"
    data = sent(client.get(url).content, "last_name", about="Слова, которые нельзя потерять.")
    age(client, seen=int(settings.DUET_SESSION_IDLE.total_seconds()) + 60)
    answer = client.post(url, data)
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]
    client.force_login(coordinator)
    assert "Слова, которые нельзя потерять." in client.get(url).content.decode()


def test_own_sessions_are_listed_with_place_and_time_and_nobody_elses(vera, coordinator, signed_in):
    signed_in(coordinator)
    client = come_in(vera)
    come_in(vera, "2001:db8:1:2:3:4:5:6")
    page = client.get("/moi-vhody/").content.decode()
    assert page.count("Firefox, Windows<br>") == 2
    assert "10.0.0.1" in page
    assert "2001:db8:1:2:3:4:5:6" in page
    assert page.count("Это вы, сейчас") == 1
    assert Client().get("/moi-vhody/").status_code == 302


def test_one_session_and_all_others_are_ended(vera):
    here, there, elsewhere = come_in(vera), come_in(vera), come_in(vera)
    entry = SignIn.objects.get(session_key=there.session.session_key)
    assert here.post("/moi-vhody/", {"end": str(entry.pk)}).status_code == 302
    assert not is_in(there)
    assert is_in(elsewhere)
    here.post("/moi-vhody/", {"end": "others"})
    assert not is_in(elsewhere)
    assert is_in(here)


def test_nobody_ends_another_persons_session(vera, coordinator, signed_in):
    client, other = come_in(vera), signed_in(coordinator)
    theirs = SignIn.objects.get(user=coordinator)
    for asked in (theirs.pk, 2**70, "x", ""):
        assert client.post("/moi-vhody/", {"end": str(asked)}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.ended_at is None
    assert other.get("/moi-vhody/").status_code == 200


def test_sessions_end_with_the_password(vera):
    here, there = come_in(vera), come_in(vera)
    vera.set_password("другой-пароль-2")
    vera.save()
    assert not is_in(there)
    assert not is_in(here)


def test_who_changed_the_password_stays_and_sees_no_ended_sessions(signed_in, coordinator, municipality):
    coordinator.set_password(PASSWORD)
    coordinator.save()
    here, there = signed_in(coordinator), signed_in(coordinator)
    data = {
        "password-old_password": PASSWORD,
        "password-new_password1": "новый-пароль-3",
        "password-new_password2": "новый-пароль-3",
        "name_email-first_name": "Вера",
        "name_email-last_name": "Ключева",
        "locale-preferred_language": "",
        "locale-current_time_zone": "",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
    }
    assert here.post("/admin/account/", data).status_code == 302
    assert there.get("/admin/").status_code == 302
    page = here.get("/moi-vhody/").content.decode()
    assert "Это вы, сейчас" in page
    assert "Закончить все" not in page


@pytest.mark.parametrize("url", ["/admin/", "/moi-vhody/", "/kontakty/"])
def test_pages_of_the_signed_in_are_kept_by_nobody(url, signed_in, superuser):
    told = signed_in(superuser).get(url)["Cache-Control"]
    assert "private" in told
    assert "no-store" in told


def test_a_visitors_page_is_as_it_was():
    assert "private" not in Client().get("/kontakty/").get("Cache-Control", "")


def test_a_session_of_another_name_is_looked_after_too(vera, settings):
    settings.SESSION_COOKIE_NAME = "__Host-sessionid"
    client = come_in(vera)
    assert "__Host-sessionid" in client.cookies
    assert "no-store" in client.get("/kontakty/")["Cache-Control"]
    age(client, seen=int(settings.DUET_SESSION_IDLE.total_seconds()) + 60)
    assert not is_in(client)


def test_where_somebody_signed_in_is_forgotten(vera):
    come_in(vera)
    SignIn.objects.update(seen_at=timezone.now() - timedelta(days=31))
    forget_old_sign_ins()
    assert not SignIn.objects.exists()
