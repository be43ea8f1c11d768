"""Free places are counted for each mentor apart, and only for those that are asked for."""

from __future__ import annotations

import pytest
from django.db import connection

from mentoring.bank.models import Mentor
from mentoring.pairs.enums import PairState
from tests.factories import MentorFactory, PairFactory

pytestmark = pytest.mark.django_db


def places(mentor: Mentor) -> tuple[int, int]:
    found = Mentor.objects.with_places().get(pk=mentor.pk)
    return found.taken, found.free


def test_pairs_under_way_take_places_and_no_others() -> None:
    mentor = MentorFactory(places_total=3)
    assert places(mentor) == (0, 3)
    for state in PairState:
        PairFactory(mentor=mentor, state=state)
    mentees = sum(pair.mentees.count() for pair in mentor.pairs.filter(state__in=(PairState.ACTIVE, PairState.PAUSED)))
    assert places(mentor) == (mentees, max(3 - mentees, 0))
    assert Mentor.objects.with_places().filter(free__gt=3 - mentees).count() == 0


def test_joins_count_nobody_twice() -> None:
    pair = PairFactory(mentor=MentorFactory(places_total=5), state=PairState.ACTIVE)
    PairFactory(mentor=pair.mentor, state=PairState.COMPLETED)
    joined = Mentor.objects.with_places().filter(pairs__isnull=False).distinct().get(pk=pair.mentor_id)
    assert joined.taken == pair.mentees.count()


def test_a_page_of_the_register_reads_no_more_than_it_shows() -> None:
    listed = Mentor.objects.with_places().order_by("last_name")[:50]
    if connection.vendor == "sqlite":
        assert "TEMP B-TREE FOR ORDER BY" not in listed.explain()
    assert "GROUP BY" not in str(Mentor.objects.with_places().order_by().query).rpartition("FROM")[2]
