"""Mentors read in bulk for the index say the same as those read for their own pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentors
from search.mentors import gathering
from search.mentors.documents import document
from search.mentors.gathering import gathered
from tests.factories import DirectionFactory, MentorFactory, PairFactory, SubjectFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("few", [0, 20])
def test_documents_equal_those_of_the_mentors_own_pages(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "FEW", few)
    subjects, directions = SubjectFactory.create_batch(3), DirectionFactory.create_batch(2)
    paired = MentorFactory(public=True, subjects=subjects[1:], directions=directions, places_total=2)
    MentorFactory(public=True, subjects=subjects[:1], organisation=paired.organisation)
    PairFactory(mentor=paired, active=True)
    ids, today = list(Mentor.objects.values_list("pk", flat=True)), timezone.localdate()
    one_by_one = public_mentors(Mentor.objects.public(today).for_presenting(), today)
    in_bulk = public_mentors(gathered(ids, today), today)
    assert {one.id: one for one in map(document, in_bulk)} == {one.id: one for one in map(document, one_by_one)}


def test_what_is_read_does_not_grow_with_the_mentors(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        MentorFactory(public=True)
    ids = list(Mentor.objects.values_list("pk", flat=True))
    with django_assert_num_queries(8):
        assert len(list(gathered(ids, timezone.localdate()))) == 4
    monkeypatch.setattr(gathering, "FEW", 2)
    with django_assert_num_queries(11):  # values come apart from what was chosen, each of them once
        assert len(list(gathered(ids, timezone.localdate()))) == 4
