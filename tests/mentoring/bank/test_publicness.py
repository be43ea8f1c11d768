"""The words that say why an entry is hidden agree with the queryset that hides it."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from mentoring.bank.enums import HiddenBy
from mentoring.bank.models import Mentor
from mentoring.bank.publicness import reasons_hidden
from tests.factories import MentorConsentFactory, MentorFactory

pytestmark = pytest.mark.django_db

CONDITIONS = [
    {"minor": True},
    {"draft": True},
    {"suspended": True},
    {"organisation__closed": True},
    {"organisation__municipality__closed": True},
    {"grey": True},
]


def by(mentor):
    return {reason.by for reason in reasons_hidden(mentor, timezone.localdate())}


@pytest.mark.parametrize(("consented", "flags"), list(product([True, False], product([False, True], repeat=3))))
def test_an_entry_has_a_reason_exactly_when_the_queryset_hides_it(consented, flags):
    traits = {"consented": consented}
    for chosen, (first, second) in zip(flags, [(0, 1), (2, 3), (4, 5)], strict=True):
        traits |= CONDITIONS[first if sum(flags) % 2 else second] if chosen else {}
    mentor = MentorFactory(**traits)
    public = Mentor.objects.public(timezone.localdate()).filter(pk=mentor.pk).exists()
    assert public is not bool(reasons_hidden(mentor, timezone.localdate()))


def test_every_missing_condition_is_named_at_once():
    mentor = MentorFactory(minor=True, draft=True, grey=True, candidate=True, organisation__closed=True)
    assert by(mentor) == set(HiddenBy)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"withdrawn": True}, "отозвано"),
        ({"expired": True}, "закончилось"),
        ({"future": True}, "начнёт действовать"),
    ],
)
def test_the_words_tell_what_happened_to_the_consent(state, words):
    mentor = MentorFactory()
    MentorConsentFactory(mentor=mentor)
    MentorConsentFactory(mentor=mentor, publication=True, **state)
    (reason,) = reasons_hidden(mentor, timezone.localdate())
    assert reason.by == HiddenBy.PUBLICATION
    assert words in reason.text


def test_the_last_day_of_a_consent_still_counts():
    today = timezone.localdate()
    mentor = MentorFactory()
    MentorConsentFactory(mentor=mentor, valid_until=today)
    MentorConsentFactory(mentor=mentor, publication=True, valid_until=today, withdrawn_on=today + timedelta(days=1))
    assert not by(mentor)
    assert Mentor.objects.public(today).filter(pk=mentor.pk).exists()
