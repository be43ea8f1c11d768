"""The traits mean what they say: other tests rely on it."""

import pytest
from django.utils import timezone

from mentoring.bank.models import Mentor
from tests.factories import MentorFactory, PairFactory, SubjectFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("traits", "public"),
    [
        ({"public": True}, True),
        ({"bare": True}, True),
        ({}, False),
        ({"public": True, "draft": True}, False),
        ({"public": True, "minor": True}, False),
        ({"public": True, "grey": True}, False),
        ({"public": True, "candidate": True}, False),
        ({"public": True, "suspended": True}, False),
        ({"public": True, "trained": True}, True),
    ],
)
def test_a_mentors_traits_decide_whether_visitors_see_it(traits, public):
    mentor = MentorFactory(**traits)
    assert Mentor.objects.public(timezone.localdate()).filter(pk=mentor.pk).exists() is public


def test_a_mentor_is_made_in_a_named_municipality_with_its_relations(municipality):
    subject = SubjectFactory()
    mentor = MentorFactory(municipality=municipality, subjects=[subject])
    assert mentor.municipality_id == municipality.pk
    assert Mentor.objects.get(pk=mentor.pk).subjects.get() == subject


def test_a_pairs_mentees_take_places():
    pair = PairFactory(active=True, mentees=2)
    assert Mentor.objects.with_places().get(pk=pair.mentor_id).taken == 2
