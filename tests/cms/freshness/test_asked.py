"""Answers to queries: a second one like it costs the look at the version alone, and says what the first one said."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from search.engines import get_engine
from search.registry import registry
from tests.factories import MentorFactory

SEARCH = "/nastavniki/?q=Берёзкина&size=24"
ASKED = (SEARCH, "/nastavniki/podskazki/?q=берё", "/api/v1/mentors?q=Берёзкина", "/poisk/podskazki/?q=берё")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
LIVE = {"HX-Request": "true"}


@pytest.fixture
def mentor(branch: Any) -> Mentor:
    found: Mentor = MentorFactory(
        public=True, municipality=branch.home_of, last_name="Берёзкина", first_name="Ольга", patronymic="Петровна"
    )
    for registration in registry:
        get_engine().rebuild(registration.kind)
    return found


def asked(url: str, client: Client | None = None, **headers: str) -> tuple[str, int]:
    """The answer and what it costs in queries."""
    with CaptureQueriesContext(connection) as queries:
        answer = (client or Client()).get(url, headers=headers)
    assert answer.status_code == 200
    is_json = answer["Content-Type"].startswith("application/json")
    text = json.dumps(answer.json(), ensure_ascii=False) if is_json else answer.content.decode()
    return TOKEN.sub("", text), len(queries)


@pytest.mark.parametrize("url", ASKED)
def test_the_same_query_costs_the_look_at_the_version(mentor: Mentor, url: str) -> None:
    asked(url)  # the first one may still have to bring the index up to date
    first, _queries = asked(url)
    again, queries = asked(url)
    assert "Ольга" in first
    assert (again, queries) == (first, 1)


@pytest.mark.parametrize("url", ASKED)
def test_whose_consent_has_ended_is_in_no_answer_that_was_remembered(mentor: Mentor, url: str) -> None:
    assert "Ольга" in asked(url)[0]
    assert "Ольга" in asked(url)[0]
    MentorConsent.objects.filter(mentor=mentor).update(withdrawn_on=timezone.localdate() - timedelta(days=1))
    assert "Ольга" not in asked(url)[0]


def test_another_query_look_and_part_are_others(mentor: Mentor) -> None:
    whole, _ = asked(SEARCH)
    assert asked("/nastavniki/?q=Никого&size=24")[0] != whole
    part, _ = asked(SEARCH, **LIVE)
    assert "<html" in whole and "<html" not in part
    assert asked(SEARCH, **LIVE) == (part, 1)
    assert asked(SEARCH)[0] == whole
    special = Client()
    special.cookies["appearance"] = "hc-dark.3.off"
    assert "hc-dark" in asked(SEARCH, special)[0]


def test_htmx_learns_whether_somebody_goes_on_typing(mentor: Mentor) -> None:
    def pushed(before: str) -> bool:
        current = {"HX-Current-URL": f"http://testserver/nastavniki/?q={before}"}
        return "HX-Push-Url" in Client().get("/nastavniki/?q=abcd", headers={**LIVE, **current}).headers

    assert [pushed("abc"), pushed("x"), pushed("abc"), pushed("x")] == [False, True, False, True]


def test_nobody_who_is_signed_in_gets_a_remembered_answer(mentor: Mentor) -> None:
    person = User.objects.create_superuser("someone", "one@example.org", "a-long-password")
    known = Client()
    known.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    asked(SEARCH)
    assert "Выйти" in asked(SEARCH, known)[0]


def test_a_page_with_a_query_that_is_no_search_is_made_anew(branch: Any) -> None:
    assert asked(f"{branch.url}?a=1")[1] > 1
    assert asked(f"{branch.url}?a=1")[1] > 1
