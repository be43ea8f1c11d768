"""A server process prepares the search before its first visitor."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.warming import steps, warm_up
from search.faceted.vocabulary import VocabularyCache
from search.mentors.vocabulary import vocabulary_cache
from search.mentors.warming import prepare_the_search
from tests.factories import MentorFactory

pytestmark = pytest.mark.django_db


def test_the_search_is_one_of_the_steps_and_knows_the_words_afterwards(client: Client) -> None:
    MentorFactory(public=True)
    assert prepare_the_search in steps
    with CaptureQueriesContext(connection) as preparing:
        prepare_the_search()
    assert any("duet_search" in query["sql"] for query in preparing.captured_queries)
    assert isinstance(vocabulary_cache, VocabularyCache)
    assert client.get("/nastavniki/", {"q": "математика"}).status_code == 200


def test_a_step_that_fails_stops_neither_the_others_nor_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def fails() -> None:
        raise RuntimeError("no table")

    monkeypatch.setattr("cms.warming.steps", [fails, lambda: done.append("second")])
    monkeypatch.setattr("cms.warming.connections.close_all", lambda: done.append("closed"))
    warm_up()
    assert done == ["second", "closed"]
