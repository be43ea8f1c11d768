"""A preview may stand in a frame of the edit form: its policy lets the admin, and nobody else, frame it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.pages.listing import ListingPage
from cms.territories.models import Municipality
from tests.factories import MentorFactory, news, open_branch

pytestmark = pytest.mark.django_db

SignedIn = Callable[[User], Client]


def shown(client: Client, made_by: str, content: Any) -> str:
    """What Wagtail shows of the latest revision, with headers under which a browser frames it."""
    revision = content.save_revision()
    response = client.get(reverse(made_by, args=[content.pk, revision.pk]))
    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "'unsafe-inline'" not in policy, "the preview is as strict as the page itself"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    return str(response.content.decode())


def test_the_preview_of_a_page_may_stand_in_the_edit_form(
    superuser: User, municipality: Municipality, signed_in: SignedIn
) -> None:
    open_branch(municipality)
    page = news(municipality)
    client = signed_in(superuser)
    assert page.title in shown(client, "wagtailadmin_pages:revisions_view", page)
    public = client.get(page.url)
    assert "frame-ancestors 'none'" in public["Content-Security-Policy"]
    assert public["X-Frame-Options"] == "DENY"


def test_the_preview_of_a_mentor_may_stand_in_the_edit_form(superuser: User, signed_in: SignedIn) -> None:
    mentor = MentorFactory()
    assert mentor.last_name in shown(signed_in(superuser), "wagtailsnippets_mentoring_mentor:revisions_view", mentor)


def test_every_section_with_a_search_can_be_previewed(
    superuser: User, municipality: Municipality, signed_in: SignedIn
) -> None:
    open_branch(municipality)
    client = signed_in(superuser)
    sections = [page for page in Page.objects.specific() if isinstance(page, ListingPage)]
    assert len(sections) > 3
    for section in sections:
        assert section.title in shown(client, "wagtailadmin_pages:revisions_view", section)


def test_nobody_outside_can_pretend_to_be_a_preview(client: Client) -> None:
    response = client.get("/?is_dummy=1&in_preview_panel=true", HTTP_X_IS_DUMMY="1")
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
