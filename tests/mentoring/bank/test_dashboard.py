"""The panel on the admin's first page counts what the register lists, inside the user's border."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import MentorFactory

pytestmark = pytest.mark.django_db


def figures(client: Client) -> dict[str, int]:
    """{words: number} as the panel shows them."""
    page = client.get("/admin/").content.decode()
    found = re.findall(r"<b>([\d\s\u00a0]+)</b> <span>([^<]+)</span>", page)
    return {words.strip(): int(re.sub(r"\D", "", number)) for number, words in found}


def test_a_coordinator_sees_the_figures_of_the_own_municipality(
    coordinator: Any, municipality: Any, other_municipality: Any, signed_in: Callable[[Any], Client]
) -> None:
    MentorFactory.create_batch(2, public=True, municipality=municipality)
    MentorFactory(candidate=True, municipality=municipality)
    MentorFactory(public=True, grey=True, municipality=municipality)
    MentorFactory.create_batch(3, public=True, municipality=other_municipality)

    shown = figures(signed_in(coordinator))

    assert shown["наставника в банке"] == 4
    assert shown["видны на сайте"] == 2
    assert shown["заявка ждёт решения"] == 1
    assert shown["запись ушла из поиска: её давно не подтверждали"] == 1


def test_every_figure_leads_to_as_many_rows(
    coordinator: Any, municipality: Any, signed_in: Callable[[Any], Client]
) -> None:
    MentorFactory(public=True, municipality=municipality)
    MentorFactory(candidate=True, municipality=municipality)
    MentorFactory(public=True, grey=True, municipality=municipality)
    client = signed_in(coordinator)
    page = client.get("/admin/").content.decode()

    for url, number in re.findall(r'<li><a href="([^"]+)"><b>(\d+)</b>', page):
        rows = client.get(url.replace("&amp;", "&")).context["object_list"]
        assert len(rows) == int(number), url


@pytest.mark.parametrize("role", ["expert"])
def test_who_keeps_no_bank_sees_no_panel(role: str, request: Any, signed_in: Callable[[Any], Client]) -> None:
    assert figures(signed_in(request.getfixturevalue(role))) == {}
