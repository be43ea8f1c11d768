"""Mentors read in bulk for the index say the same as those read for their own pages."""

from __future__ import annotations

import pytest
from django.utils import timezone

from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentors
from search.mentors.documents import document
from search.mentors.gathering import gathered
from tests.factories import DirectionFactory, MentorFactory, PairFactory, SubjectFactory

pytestmark = pytest.mark.django_db


def test_documents_equal_those_of_the_mentors_own_pages() -> None:
    subjects, directions = SubjectFactory.create_batch(3), DirectionFactory.create_batch(2)
    paired = MentorFactory(public=True, subjects=subjects[1:], directions=directions, places_total=2)
    MentorFactory(public=True, subjects=subjects[:1], organisation=paired.organisation)
    PairFactory(mentor=paired, active=True)
    ids, today = list(Mentor.objects.values_list("pk", flat=True)), timezone.localdate()
    one_by_one = public_mentors(Mentor.objects.public(today).for_presenting(), today)
    in_bulk = public_mentors(gathered(ids, today), today)
    assert {one.id: one for one in map(document, in_bulk)} == {one.id: one for one in map(document, one_by_one)}


def test_what_is_read_does_not_grow_with_the_mentors(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    for _ in range(4):
        MentorFactory(public=True)
    ids = list(Mentor.objects.values_list("pk", flat=True))
    with django_assert_num_queries(11):
        assert len(list(gathered(ids, timezone.localdate()))) == 4
