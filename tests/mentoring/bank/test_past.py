"""The bank of a past day is what the records of that time say; where they are silent, so is the page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from mentoring.bank.enums import SelectionState
from mentoring.bank.models import Mentor, SelectionStep
from mentoring.bank.past import change_of_bank, in_bank_on
from mentoring.consents.enums import Purpose
from tests.factories import MentorConsentFactory, MentorFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
LAST_YEAR = date(2025, 11, 22)


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


def agreed(mentor, on, **ended):
    for purpose in Purpose:
        MentorConsentFactory(mentor=mentor, purpose=purpose, given_on=on, **ended)
    return mentor


def moved(mentor, on, before, after):
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    SelectionStep.objects.create(mentor=mentor, from_state=before, to_state=after, at=at)


def made(mentor, on):
    Mentor.objects.filter(pk=mentor.pk).update(created_at=timezone.make_aware(datetime(on.year, on.month, on.day)))


def test_a_step_into_the_bank_counts_from_its_day(municipality):
    mentor = agreed(MentorFactory(municipality=municipality), date(2025, 1, 10))
    moved(mentor, date(2025, 3, 1), SelectionState.CANDIDATE, SelectionState.IN_BANK)
    assert list(in_bank_on(date(2025, 3, 1))) == [mentor]
    assert not in_bank_on(date(2025, 2, 28)).exists()


def test_one_who_left_the_bank_was_there_before(municipality):
    mentor = agreed(MentorFactory(municipality=municipality, suspended=True), date(2025, 1, 10))
    made(mentor, date(2025, 1, 10))
    moved(mentor, date(2026, 2, 1), SelectionState.IN_BANK, SelectionState.SUSPENDED)
    assert list(in_bank_on(LAST_YEAR)) == [mentor]
    assert not in_bank_on(TODAY).exists()


def test_a_withdrawn_consent_still_says_what_was_public_before(municipality):
    mentor = agreed(MentorFactory(municipality=municipality), date(2025, 1, 10), withdrawn_on=date(2026, 5, 1))
    made(mentor, date(2025, 1, 10))
    assert (in_bank_on(LAST_YEAR).count(), in_bank_on(TODAY).count()) == (1, 0)


def test_the_change_is_that_of_the_place_and_silent_where_a_year_ago_is_not_known(municipality, other_municipality):
    old = agreed(MentorFactory(municipality=municipality), date(2025, 1, 10))
    made(old, date(2025, 1, 10))
    for place in (municipality, other_municipality):
        young = agreed(MentorFactory(municipality=place), TODAY - timedelta(days=30))
        made(young, TODAY - timedelta(days=30))

    words = {place: change_of_bank(place, TODAY).replace("\xa0", " ") for place in (None, municipality)}

    assert words == {None: "На 2 больше, чем год назад", municipality: "На 1 больше, чем год назад"}
    assert change_of_bank(other_municipality, TODAY) == ""


def test_a_home_says_the_change_also_right_after_an_upgrade(municipality):
    """The former version kept the bare words, in a cache that outlives the programme."""
    cache.set(f"bank.change.0.{TODAY.isoformat()}", "на 11 больше, чем год назад", 600)
    assert change_of_bank(None, TODAY) == ""
