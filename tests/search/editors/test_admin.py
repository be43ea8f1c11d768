"""Editors find pages in the explorer, the search and the choosers by Russian words, only where they may look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cms.pages.models import ContentPage, HomePage

SEARCH, CHOOSER = "/admin/pages/search/", "/admin/choose-page/search/"


@pytest.fixture
def office(superuser: User, signed_in: Callable[[Any], Client]) -> Client:
    """The admin, with three pages, one of them a draft."""
    home = HomePage.objects.get()
    for title, live in (("Аттестация педагогов", True), ("Ёлка в доме учителя", True), ("Черновики люди", False)):
        home.add_child(instance=ContentPage(title=title, live=live, body="<p>Порядок подачи заявлений</p>"))
    return signed_in(superuser)


def _found(client: Client, address: str, query: str) -> str:
    response = client.get(address, {"q": query})
    assert response.status_code == 200, (address, query)
    return response.content.decode()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("аттестации", "Аттестация педагогов"),
        ("АТТЕСТАЦИЮ педагога", "Аттестация педагогов"),
        ("аттест", "Аттестация педагогов"),
        ("елки", "Ёлка в доме учителя"),
        ("ёлку учителей", "Ёлка в доме учителя"),
        ("человек", "Черновики люди"),
    ],
)
def test_forms_and_yo_are_understood(office: Client, typed: str, title: str) -> None:
    for address in (SEARCH, CHOOSER):
        html = _found(office, address, typed)
        assert title in html, (address, typed)
        others = {"Аттестация педагогов", "Ёлка в доме учителя", "Черновики люди"} - {title}
        assert not any(other in html for other in others), (address, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "'",
        '"',
        '"""',
        "\x00",
        "*",
        "NEAR(",
        "a AND",
        "title:x",
        "слово " * 3000,
        "((",
        "-",
        "live:yes",
        "'; DROP",
        "🙂",
        "\\",
    ],
)
def test_odd_queries_are_answered(office: Client, typed: str) -> None:
    _found(office, SEARCH, typed)


@pytest.mark.parametrize("typed", ["\x00'\"(", "слово " * 3000])
def test_odd_queries_are_answered_everywhere(office: Client, typed: str) -> None:
    home = HomePage.objects.get()
    for address in (CHOOSER, f"/admin/pages/{home.pk}/", "/admin/images/", "/admin/documents/"):
        _found(office, address, typed)


def test_nobody_finds_beyond_their_branch(
    office: Client, coordinator: User, signed_in: Callable[[Any], Client]
) -> None:
    assert "Аттестация педагогов" not in signed_in(coordinator).get(SEARCH, {"q": "аттестация"}).content.decode()
