"""What the form of a mentor and its saving ask of the database: each thing once."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex

from mentoring.bank.models import Mentor
from tests import factories
from tests.form_filling import sent

pytestmark = pytest.mark.django_db

#: Measured, with room for what the framework asks in its own time; each of the two was a half more.
SAVING, SHOWING = 72, 44


@pytest.fixture
def mentor() -> Mentor:
    """A public mentor with everything that a form shows."""
    subjects = [factories.SubjectFactory(), factories.SubjectFactory()]
    found: Mentor = factories.MentorFactory(public=True, subjects=subjects)
    found.portfolio_links.create(title="Урок", url="https://example.org/urok")
    return found


@pytest.fixture
def client(signed_in: Any, regional_centre: Any) -> Client:
    return signed_in(regional_centre)  # type: ignore[no-any-return]


def _form(mentor: Mentor) -> str:
    return reverse("wagtailsnippets_mentoring_mentor:edit", args=[mentor.pk])


def _saved(client: Client, mentor: Mentor, about: str) -> CaptureQueriesContext:
    fields = {**sent(client.get(_form(mentor)).content, "last_name"), "about": about, "action-publish": "1"}
    with CaptureQueriesContext(connection) as asked:
        assert client.post(_form(mentor), fields).status_code == 302
    mentor.refresh_from_db()
    assert mentor.about == about
    return asked


def test_a_save_asks_each_thing_once(client: Client, mentor: Mentor) -> None:
    _saved(client, mentor, "Первый раз.")
    asked = [query["sql"] for query in _saved(client, mentor, "Второй раз.")]
    assert len(asked) <= SAVING
    read = Counter(sql for sql in asked if sql.startswith("SELECT") and "wagtailcore_referenceindex" in sql)
    assert sum(read.values()) == 1, "references are read once, though the row is written three times"


def test_a_form_asks_for_the_choices_of_a_field_once(client: Client, mentor: Mentor) -> None:
    client.get(_form(mentor))
    with CaptureQueriesContext(connection) as asked:
        page = client.get(_form(mentor)).content.decode()
    assert len(asked) <= SHOWING
    offered = [query["sql"] for query in asked if 'FROM "mentoring_subject" WHERE' in query["sql"]]
    assert len(offered) == 1
    assert len(re.findall(r'name="subjects" value="\d+"', page)) == 2


def test_the_script_is_told_of_the_fields_without_their_html(client: Client, mentor: Mentor) -> None:
    page = client.get(_form(mentor)).content.decode()
    packed = re.search(r'<script id="w-edit-handler-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert packed is not None
    assert '"fieldName": "subjects"' in packed[1]
    assert "\\u003Coption" not in packed[1] and "checkbox\\" not in packed[1]


def test_places_of_use_follow_a_save(client: Client, mentor: Mentor) -> None:
    other = factories.OrganisationFactory(municipality=mentor.organisation.municipality)
    fields = sent(client.get(_form(mentor)).content, "last_name")
    client.post(_form(mentor), {**fields, "organisation": str(other.pk), "action-publish": "1"})
    used = ReferenceIndex.get_references_to(other)
    assert {row.object_id for row in used} >= {str(mentor.pk)}


def test_a_revision_is_read_with_the_rows_that_stand(mentor: Mentor) -> None:
    first = mentor.save_revision()
    first.publish()
    mentor.refresh_from_db()
    mentor.portfolio_links = []
    mentor.save_revision().publish()
    mentor.refresh_from_db()
    before = first.as_object()
    assert before.live_revision_id is None  # what the revision kept is not the row's any more
    assert [(link.title, link.mentor_id) for link in before.portfolio_links.all()] == [("Урок", mentor.pk)]
    now = mentor.latest_revision.as_object()
    assert now.latest_revision_id == mentor.latest_revision_id
    assert not now.portfolio_links.all()
