"""A visitor chooses a view and comes back to the same page, without scripts."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.appearance.choice import COOKIE

pytestmark = pytest.mark.django_db


def test_choice_is_kept_and_shown_on_the_next_page(client: Client) -> None:
    answer = client.post(reverse("appearance"), {"scheme": "hc-dark", "next": "/"})
    client.post(reverse("appearance"), {"size": "3", "next": "/"})
    assert answer.status_code == 302
    page = client.get("/").content.decode()
    assert '<html lang="ru" data-scheme="hc-dark" data-size="3" data-pictures="on">' in page


def test_visitor_returns_to_the_page_with_its_conditions(client: Client) -> None:
    answer = client.post(reverse("appearance"), {"size": "2", "next": "/nastavniki/?q=математика&page=2"})
    assert answer["Location"].startswith("/nastavniki/?q=")


@pytest.mark.parametrize(
    "wish", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "", "\\\\evil.example"]
)
def test_foreign_way_back_leads_home(client: Client, wish: str) -> None:
    assert client.post(reverse("appearance"), {"size": "2", "next": wish})["Location"] == "/"


def test_script_gets_an_empty_answer_and_the_cookie(client: Client) -> None:
    answer = client.post(reverse("appearance"), {"pictures": "off"}, headers={"X-Requested-With": "fetch"})
    assert answer.status_code == 204
    assert answer.cookies[COOKIE].value == "auto.1.off"
    assert answer.cookies[COOKIE]["httponly"]


def test_a_page_that_hides_its_address_may_keep_the_choice() -> None:
    client = Client(enforce_csrf_checks=True, headers={"origin": "null", "sec-fetch-site": "same-origin"})
    assert client.post(reverse("appearance"), {"size": "2"}).status_code == 302


def test_form_of_another_site_is_refused_with_a_way_out() -> None:
    answer = Client(enforce_csrf_checks=True).post(reverse("appearance"), {"size": "2"})
    assert answer.status_code == 403
    assert "обновите страницу" in answer.content.decode()


def test_choice_cannot_be_made_by_a_link(client: Client) -> None:
    assert client.get(reverse("appearance")).status_code == 405


def test_page_of_components_is_not_public(client: Client) -> None:
    answer = client.get(reverse("design-system"))
    assert answer.status_code == 403
    assert "не всем" in answer.content.decode()


def test_page_of_components_is_shown_to_staff(admin_client: Client) -> None:
    page = admin_client.get(reverse("design-system")).content.decode()
    assert "Детали и состояния" in page
    assert "2 места из 3" in page
