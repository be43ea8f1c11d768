"""What a public page asks of the database does not grow with what it shows (T21)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.branches.building import region_home
from cms.glossary.models import GlossaryPage, GlossaryTerm
from cms.organisations.models import OrganisationPage
from cms.pages.models import ContentPage
from cms.territories.models import Municipality, Organisation
from search.engines import get_engine
from tests import factories
from tests.factories.acts import make_act, related
from tests.factories.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def cost(client: Client, address: str) -> int:
    """Queries of a visit once the index has taken in what was written, and the process remembers what it may."""
    get_engine().refresh()  # type: ignore[attr-defined]
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def growth(client: Client, address: str, more: Callable[[int], object], sizes: tuple[int, ...]) -> list[int]:
    """The cost of a page at each of the sizes."""
    found, have = [], 0
    for size in sizes:
        for number in range(have, size):
            more(number)
        have = size
        found.append(cost(client, address))
    return found


@pytest.fixture
def school(municipality: Municipality) -> Organisation:
    """A school of an open branch."""
    factories.open_branch(municipality)
    return factories.OrganisationFactory(municipality=municipality)


def terms(start: int, end: int) -> None:
    many = (GlossaryTerm(term=f"слово {number}", definition=f"Смысл {number}") for number in range(start, end))
    GlossaryTerm.objects.bulk_create(many)


def test_the_glossary_and_a_text_full_of_terms(client: Client, school: Organisation) -> None:
    home = region_home()
    page = GlossaryPage.objects.first() or home.add_child(instance=GlossaryPage(title="Словарь", slug="slovar"))
    body = " ".join(f"<p>слово {number} и дальше</p>" for number in range(500))
    text = home.add_child(instance=ContentPage(title="Текст", slug="dlinny", body=body))
    costs = []
    for start, end in ((0, 1), (1, 50), (50, 500)):
        terms(start, end)
        costs.append((cost(client, page.url), cost(client, text.url)))
    assert costs[0] == costs[1] == costs[2]


def test_the_page_of_an_organisation(client: Client, school: Organisation) -> None:
    home = factories.open_branch(school.municipality)
    page = home.add_child(instance=OrganisationPage(title="Школа", slug="shkola", organisation=school))

    def more(number: int) -> None:
        mentor = factories.MentorFactory(public=True, organisation=school)
        factories.PairFactory(mentor=mentor, active=True)
        if number < 4:
            make_programme(school)

    costs = growth(client, page.url, more, (4, 24))
    assert costs[0] == costs[1]


def test_the_page_of_an_event(client: Client, school: Organisation) -> None:
    page = factories.event(school.municipality, title="Первое")

    def more(number: int) -> None:
        when = timezone.now() + timedelta(days=number + 2)
        factories.event(school.municipality, title=f"Ещё {number}", starts_at=when)
        factories.news(school.municipality, title=f"Новость {number}")

    costs = growth(client, page.url, more, (3, 24))
    assert costs[0] == costs[1]
    assert cost(client, f"{page.url}kalendar/") <= costs[0]


def test_the_page_of_an_act_on_which_many_rest(client: Client, school: Organisation) -> None:
    home = factories.open_branch(school.municipality)
    page = make_act(home=home, slug="osnova")

    def more(number: int) -> None:
        make_act(f"{number}-о", home=home, slug=f"sledom-{number}", relations=())
        last = page.__class__.objects.get(slug=f"sledom-{number}")
        last.relations = [related("rests_on", page)]  # type: ignore[arg-type]
        last.save_revision().publish()

    costs = growth(client, page.url, more, (2, 12))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("section", ["akty", "akty/spisok", "programmy", "novosti"])
def test_the_lists_of_a_branch(client: Client, school: Organisation, section: str, coordinator: User) -> None:
    home = factories.open_branch(school.municipality)

    def more(number: int) -> None:
        if section.startswith("akty"):
            make_act(f"{number}-о", home=home, slug=f"akt-{number}")
        elif section == "programmy":
            make_programme(factories.OrganisationFactory(municipality=school.municipality))
        else:
            factories.news(school.municipality, title=f"Новость {number}")

    costs = growth(client, f"{home.url}{section}/", more, (2, 12))
    assert costs[0] == costs[1]
