"""Error pages say in Russian what to do, and appear even where nothing works."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, server_error


def test_server_error_needs_neither_context_nor_database() -> None:
    page = server_error(RequestFactory().get("/")).content.decode()
    assert "обновите страницу" in page
    assert 'href="/"' in page


def test_bad_request_needs_nothing_either() -> None:
    assert "Открыть главную" in bad_request(RequestFactory().get("/"), ValueError()).content.decode()


@pytest.mark.django_db
def test_missing_page_offers_the_search(client: Client) -> None:
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "По этому адресу ничего нет" in page
    assert 'name="q"' in page


@pytest.mark.parametrize(
    "template", ["400.html", "403_csrf.html", "500.html", "503.html", "503_full.html", "503_damaged.html"]
)
def test_standalone_pages_say_no_english_word(template: str) -> None:
    page = render_to_string(template)
    assert "Error" not in page
    assert "Forbidden" not in page
