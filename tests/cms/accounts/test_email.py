"""A mailbox is changed with the password, when the new one answers, and the old one is told."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from cms.accounts.email.actions import OPEN_FOR
from cms.mailing.models import OutgoingMail

pytestmark = pytest.mark.django_db

PASSWORD = "верный-пароль-1"
OLD, NEW = "old@example.org", "new@example.org"


@pytest.fixture
def vera(teacher):
    teacher.set_password(PASSWORD)
    teacher.email = OLD
    teacher.save()
    OutgoingMail.objects.all().delete()
    return teacher


@pytest.fixture
def client(vera):
    client = Client()
    client.force_login(vera)
    return client


def link() -> str:
    return re.search(r"https?://[^/]+(/moya-pochta/\S+)", OutgoingMail.objects.get(recipient=NEW).body)[1]


def ask(client: Client, password: str = PASSWORD, email: str = NEW):
    return client.post("/moya-pochta/", {"email": email, "password": password})


def test_nothing_changes_until_the_new_mailbox_answers(client, vera):
    assert NEW in ask(client).content.decode()
    vera.refresh_from_db()
    assert vera.email == OLD
    assert Client().get(link()).status_code == 200, "machines that look through mail open links"
    vera.refresh_from_db()
    assert vera.email == OLD

    assert Client().post(link()).status_code == 200
    vera.refresh_from_db()
    assert vera.email == NEW
    assert "сменили" in OutgoingMail.objects.get(recipient=OLD).subject


def test_without_the_password_nothing_is_sent(client):
    for wrong in ("мимо", "", " "):
        assert ask(client, wrong).status_code == 422
    assert not OutgoingMail.objects.exists()


def test_the_password_cannot_be_guessed_here_either(client, settings):
    settings.AXES_ENABLED, settings.AXES_FAILURE_LIMIT = True, 3
    for _time in range(4):
        ask(client, "мимо")
    assert ask(client).status_code in {403, 422, 429}
    assert not OutgoingMail.objects.exists()


def test_a_link_opens_once_for_a_day_and_for_this_password(client, vera, monkeypatch):
    ask(client)
    used = link()
    Client().post(used)
    assert Client().post(used).status_code == 410
    vera.refresh_from_db()
    vera.email = OLD
    vera.set_password("другой-пароль-2")
    vera.save()
    assert Client().post(used).status_code == 410
    assert Client().post("/moya-pochta/podtverdit/x/").status_code == 410


def test_a_link_grows_old(client, vera, monkeypatch):
    ask(client)
    monkeypatch.setattr("cms.accounts.email.actions.OPEN_FOR", -1)
    assert OPEN_FOR == 24 * 60 * 60
    assert Client().post(link()).status_code == 410
    vera.refresh_from_db()
    assert vera.email == OLD


def test_the_same_address_is_no_change(client):
    assert "нынешний адрес" in ask(client, email=OLD.upper()).content.decode()


def test_the_account_page_of_the_admin_takes_no_address(signed_in, coordinator):
    client = signed_in(coordinator)
    assert "name_email-email" not in client.get("/admin/account/").content.decode()
    assert "/moi-vhody/" in client.get("/admin/account/").content.decode()


def test_the_form_of_users_leaves_the_own_address_alone_and_tells_the_old_one_of_others(signed_in, superuser, vera):
    client = signed_in(superuser)
    before = superuser.email
    base = {"first_name": "Имя", "last_name": "Фамилия", "is_active": "on", "is_superuser": "on"}
    client.post(f"/admin/users/edit/{superuser.pk}/", base | {"username": superuser.username, "email": NEW})
    superuser.refresh_from_db()
    assert superuser.email == before
    client.post(f"/admin/users/edit/{vera.pk}/", base | {"username": vera.username, "email": NEW})
    vera.refresh_from_db()
    assert vera.email == NEW
    assert OutgoingMail.objects.filter(recipient=OLD, kind="cms.email_changed").exists()
