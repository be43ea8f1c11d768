"""The queue costs the same at one practice and at many, and says what a reader needs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bestpractices.practices.models import PracticePage
from bestpractices.queues.rows import term
from bestpractices.review.models import StageState
from tests.factories import practices as make

pytestmark = pytest.mark.django_db


def asked(client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(reverse("practice_queue")).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "many", [10, pytest.param(50, marks=pytest.mark.slow), pytest.param(500, marks=pytest.mark.slow)]
)
def test_the_number_of_queries_is_constant(many, municipality, methodist, coordinator, signed_in):
    first = make.practice_sent(municipality, methodist)
    client = signed_in(coordinator)
    asked(client)
    one = asked(client)
    stage = StageState.stages.get()
    index = first.get_parent()
    for number in range(many):
        page = index.add_child(instance=PracticePage(title=f"Практика {number}", owner=methodist, live=False))
        stage.pk = stage.id = stage.taskstate_ptr_id = None
        stage._state.adding = True
        stage.page = page
        stage.save()
    assert asked(client) == one


def test_the_light_is_in_words():
    today = date(2026, 11, 22)
    words = {days: term(today + timedelta(days=days), today) for days in (-3, 0, 2, 9)}
    assert [words[days].kind for days in (-3, 0, 2, 9)] == ["error", "warn", "warn", "good"]
    assert words[-3].words.replace("\u00a0", " ") == "срок вышел 3 дня назад"
    assert words[9].words == "до 1 декабря"
