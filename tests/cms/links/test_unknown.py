"""What the report says where nobody was asked: that it was not checked, never a zero that reads as «all open»."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.accounts.territory import User
from cms.links.enums import LinkState
from cms.links.gathering import gather_links
from cms.links.models import OutgoingLink
from cms.territories.models import Municipality
from tests.factories import news, open_branch

pytestmark = pytest.mark.django_db

REPORT = reverse("links_report")
PAGES = ("https://a.example/", "https://b.example/")


@pytest.fixture
def report(municipality: Municipality, editor: User, signed_in: Callable[[User], Client]) -> Callable[[str], str]:
    """The page of the report, of two links of which nobody knows anything yet."""
    open_branch(municipality)
    words = "".join(f'<p><a href="{page}">запись</a></p>' for page in PAGES)
    news(municipality, body=json.dumps([{"type": "text", "value": words}]))
    gather_links()
    client = signed_in(editor)
    return lambda show: client.get(REPORT, {"show": show}).content.decode()


def _tell(state: LinkState, *addresses: str) -> None:
    OutgoingLink.objects.filter(address__in=addresses).update(state=state, checked_at=timezone.now())


def _cell(page: str, column: str) -> str:
    return page.partition(f'<td data-l="{column}">')[2].partition("</td>")[0].strip()


@pytest.mark.parametrize("state", [LinkState.NEW, LinkState.UNASKED])
def test_where_no_site_was_asked_there_is_no_zero(report: Callable[[str], str], state: LinkState) -> None:
    _tell(state, *PAGES)
    page = report("places")

    assert _cell(page, "Не открываются") == _cell(page, "Переехали") == "не проверяли"
    assert "не найдено, но не все проверены. Не проверяли: 2." in report("bad")


def test_a_misspelt_address_is_known_without_asking_and_tells_nothing_of_the_other(
    report: Callable[[str], str],
) -> None:
    _tell(LinkState.MISWRITTEN, PAGES[0])
    page = report("places")

    assert ">1</a>" in _cell(page, "Не открываются")
    assert _cell(page, "Переехали") == "не проверяли"


def test_a_zero_stands_where_sites_were_asked_and_says_how_many_were_not(report: Callable[[str], str]) -> None:
    _tell(LinkState.ALIVE, PAGES[0])
    page = report("places")

    assert _cell(page, "Не открываются") == _cell(page, "Переехали") == "0"
    assert "не проверяли: 1" in _cell(page, "Ссылок")

    _tell(LinkState.ALIVE, *PAGES)
    assert "не проверяли" not in report("places")
    assert "Ссылок, которые надо исправить, нет." in report("bad")


def test_a_row_that_nobody_asked_about_has_no_day_of_checking(report: Callable[[str], str]) -> None:
    assert report("all").count("ещё не проверена") == 2

    _tell(LinkState.UNASKED, *PAGES)
    page = report("all")
    assert page.count("не проверяется") >= 2
    assert "проверена " not in page


def test_the_next_page_of_a_list_asks_for_the_same(
    report: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.links.reports.SHOWN", 1)
    _tell(LinkState.MISWRITTEN, *PAGES)

    assert 'href="?show=bad&amp;p=2"' in report("bad")
