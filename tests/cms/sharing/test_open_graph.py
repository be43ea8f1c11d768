"""What messengers show stands once on each page, in one place, and says the page's own words."""

import re

import pytest
from django.urls import reverse

from tests.factories import MentorFactory, OrganisationFactory, open_branch
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db
TAG = re.compile(r'<meta property="og:([\w:]+)" content="([^"]*)"')


def told(client, path):
    pairs = TAG.findall(client.get(path).content.decode())
    names = [name for name, _words in pairs]
    assert len(names) == len(set(names)), names
    return dict(pairs)


def test_a_programme_without_a_lead_tells_its_aim(client, municipality):
    open_branch(municipality)
    page = make_programme(OrganisationFactory(municipality=municipality))
    page.lead = ""
    page.save_revision().publish()
    words = told(client, page.url)
    assert words["title"] == page.title
    assert words["description"].startswith(page.aim[:40])
    assert words["url"] == page.full_url
    assert words["image"].endswith(".png")


def test_a_mentor_is_a_person_without_a_drawn_picture(client, municipality):
    mentor = MentorFactory(municipality=municipality, public=True)
    words = told(client, mentor.get_absolute_url())
    assert words["type"] == "profile"
    assert mentor.last_name in words["title"]
    assert words["url"].endswith(mentor.get_absolute_url())
    assert "image" not in words


def test_what_is_no_page_says_only_where_it_stands(client):
    assert set(told(client, reverse("mentor-search"))) == {"site_name", "locale", "type"}
