"""The first page of the region and the homes of municipalities: what stands there, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.pages.models import ContentPage
from tests.factories import MentorFactory, open_branch

pytestmark = pytest.mark.django_db


def test_the_home_of_a_municipality_leads_to_its_own_mentors(client, municipality, other_municipality):
    home = open_branch(municipality)
    MentorFactory(municipality=municipality, public=True)
    MentorFactory(municipality=other_municipality, public=True)

    body = client.get(home.url).content.decode()

    assert 'name="district" value="klyuchi"' in body
    assert "наставник в банке" in body
    assert 'href="/nastavniki/?district=klyuchi"' in body


def test_hidden_sections_are_not_in_the_menu_of_the_home(client, municipality):
    home = open_branch(municipality)
    home.add_child(instance=ContentPage(title="Видимый раздел", slug="v", show_in_menus=True))
    home.add_child(instance=ContentPage(title="Канарейкин раздел", slug="k", show_in_menus=True, live=False))
    body = client.get(home.url).content.decode()
    assert "Видимый раздел" in body
    assert "Канарейкин" not in body


@pytest.mark.parametrize("place", ["region", "municipality"])
def test_the_cost_of_a_home_does_not_grow_with_the_bank(place, client, municipality):
    address = "/" if place == "region" else open_branch(municipality).url
    MentorFactory(municipality=municipality, public=True)

    def cost() -> int:
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    before = cost()
    MentorFactory.create_batch(6, municipality=municipality, public=True)
    assert cost() <= before
