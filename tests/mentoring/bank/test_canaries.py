"""200 canary strings in entries that nobody may see: none leaves through the gateway (T5)."""

import pytest
from django.utils import timezone

from mentoring.bank.models import Mentor, PortfolioLink
from mentoring.bank.presenters import public_mentors
from tests.factories import MentorConsentFactory, MentorFactory, PairFactory

pytestmark = pytest.mark.django_db

FIELDS = ("last_name", "first_name", "position", "about", "honours", "case_title", "phone")


def canaries(number):
    return {field: f"канарейка-{field}-{number}" for field in FIELDS}


def hidden_mentors():
    """Every way to be hidden: traits, and consents that are missing, over, ahead or withdrawn."""
    ways = [{}, {"minor": True}, {"draft": True}, {"candidate": True}, {"suspended": True}, {"grey": True}]
    places = [{"organisation__closed": True}, {"organisation__municipality__closed": True}]
    for number, traits in enumerate([*ways, *places] * 2):
        consented = {"public": True} if traits else {}
        yield MentorFactory(**canaries(number), **traits, **consented)
    for number, ending in enumerate(["withdrawn", "expired", "future"] * 4, start=100):
        mentor = MentorFactory(**canaries(number))
        MentorConsentFactory(mentor=mentor, **({ending: True} if number % 2 else {}))
        MentorConsentFactory(mentor=mentor, everything=True, **({} if number % 2 else {ending: True}))
        yield mentor


def test_no_canary_of_a_hidden_entry_leaves():
    for mentor in hidden_mentors():
        PortfolioLink.objects.create(mentor=mentor, title="канарейка-портфолио", url="https://example.org/канарейка")
    assert Mentor.objects.count() * len(FIELDS) >= 190
    seen = MentorFactory(bare=True, **{field: f"канарейка-{field}" for field in FIELDS if field not in FIELDS[:3]})
    seen.about = "канарейка-черновика"
    seen.save_revision()
    PairFactory(mentor=seen, active=True)
    shown = list(public_mentors(Mentor.objects.for_presenting(), timezone.localdate()))
    assert [public.pk for public in shown] == [seen.pk]
    assert "канарейка" not in repr(shown)
