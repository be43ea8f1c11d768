"""Who is signed in, for how long, and by which password: what docs/security.md says of Django and Wagtail."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

PASSWORD = "пароль-для-проверки"
NEW = "совсем-другие-слова-7"


def sign_in(user: User, next_page: str = "") -> tuple[Client, Any]:
    client = Client()
    return client, client.post("/vhod/", {"username": user.username, "password": PASSWORD, "next": next_page})


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def change_password(client: Client, present: str) -> None:
    """Send the page «Учётная запись» with a new password and everything else as it stands."""
    page = client.get(reverse("wagtailadmin_account"))
    forms = [panel.get_form() for panels in page.context["panels_by_tab"].values() for panel in panels]
    sent = {form.add_prefix(name): form[name].value() or "" for form in forms for name in form.fields}
    named = {"name_email-first_name": "Вера", "name_email-last_name": "Иванова"}
    typed = {"password-old_password": present, "password-new_password1": NEW, "password-new_password2": NEW}
    client.post(reverse("wagtailadmin_account"), {**sent, **named, **typed})


def test_signing_in_gives_a_new_session(coordinator: User) -> None:
    client = Client()
    client.cookies["sessionid"] = "a" * 32
    client.post("/vhod/", {"username": coordinator.username, "password": PASSWORD})
    assert client.cookies["sessionid"].value != "a" * 32
    assert is_in(client)


def test_the_cookie_of_a_session_is_for_this_site_alone(coordinator: User) -> None:
    client, _answer = sign_in(coordinator)
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["domain"]


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_signing_in_leads_to_no_other_site(coordinator: User, elsewhere: str) -> None:
    _client, answer = sign_in(coordinator, elsewhere)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("wagtailadmin_home")


def test_signing_out_ends_the_session_for_good(coordinator: User) -> None:
    client, _answer = sign_in(coordinator)
    thief = Client()
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    assert is_in(thief)
    client.post("/vyhod/")
    assert not is_in(thief)


def test_a_closed_account_is_out_at_once(coordinator: User) -> None:
    client, _answer = sign_in(coordinator)
    User.objects.filter(pk=coordinator.pk).update(is_active=False)
    assert not is_in(client)


def test_a_new_password_ends_the_other_sessions(coordinator: User) -> None:
    here, _answer = sign_in(coordinator)
    there, _answer = sign_in(coordinator)
    change_password(here, PASSWORD)
    coordinator.refresh_from_db()
    assert coordinator.check_password(NEW)
    assert is_in(here)
    assert not is_in(there)


def test_a_password_changes_only_with_the_present_one(coordinator: User) -> None:
    client, _answer = sign_in(coordinator)
    change_password(client, "угаданный-пароль")
    coordinator.refresh_from_db()
    assert coordinator.check_password(PASSWORD)


@pytest.mark.parametrize("taken", ["строка из четырёх слов", "x" * 64 + " и ещё сто знаков" * 6, "кот-и-пёс-7"])
def test_which_passwords_are_taken(taken: str) -> None:
    validate_password(taken)


@pytest.mark.parametrize("refused", ["короткий", "1234567890", "password123", "coordinator1"])
def test_which_passwords_are_refused(refused: str, coordinator: User) -> None:
    with pytest.raises(ValidationError):
        validate_password(refused, coordinator)


def test_trace_gives_nothing_back(client: Client) -> None:
    answer = client.trace("/nastavniki/", headers={"x-secret": "canary-of-a-header"})
    assert b"canary" not in answer.content
