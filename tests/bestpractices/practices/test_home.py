"""The homes show the newest practices of their own part of the region."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cms.territories.models import Municipality
from tests.factories import open_branch
from tests.factories.practices import practice_draft, practice_published


@pytest.mark.django_db
def test_a_home_shows_what_was_published_there(
    municipality: Municipality, other_municipality: Municipality, methodist: User, client: Client
) -> None:
    practice_published(municipality, methodist, title="Один вопрос к уроку")
    practice_draft(municipality, methodist, title="Ещё не готово")
    other = open_branch(other_municipality)
    for address in ("/", municipality.home_page.url):
        text = client.get(address).content.decode()
        assert "Один вопрос к уроку" in text and "Ещё не готово" not in text
    assert "Один вопрос к уроку" not in client.get(other.url).content.decode()
