"""A month before consents end their coordinator gets one letter, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.mailing.models import OutgoingMail
from mentoring.consents.enums import Purpose
from mentoring.consents.reminders import AHEAD, remind_of_ending_consents
from tests.factories import MentorConsentFactory, MentorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def soon():
    return timezone.localdate() + timedelta(days=20)


@pytest.fixture
def mentor(municipality):
    return MentorFactory(municipality=municipality, last_name="Лосева")


def letters() -> list[OutgoingMail]:
    remind_of_ending_consents()
    return list(OutgoingMail.objects.order_by("pk"))


def test_one_letter_names_everybody_whose_consent_ends_that_day(mentor, municipality, coordinator, soon):
    other = MentorFactory(municipality=municipality, last_name="Рогов")
    for each in (mentor, other):
        MentorConsentFactory(mentor=each, valid_until=soon)

    [letter] = letters()

    assert letter.recipient == coordinator.email
    assert "Лосева" in letter.body
    assert "Рогов" in letter.body
    assert f"{soon.year}" in letter.body
    assert "/admin/" in letter.body


def test_the_next_morning_nobody_is_told_again(mentor, coordinator, soon):
    MentorConsentFactory(mentor=mentor, valid_until=soon)

    assert len(letters()) == len(letters()) == 1


def test_a_neighbour_is_not_told(mentor, coordinator, other_coordinator, soon):
    MentorConsentFactory(mentor=mentor, valid_until=soon)

    assert [letter.recipient for letter in letters()] == [coordinator.email]


def test_what_ends_later_has_ended_or_was_withdrawn_is_not_told(mentor, coordinator, soon):
    today = timezone.localdate()
    MentorConsentFactory(mentor=mentor, valid_until=today + AHEAD + timedelta(days=1))
    MentorConsentFactory(mentor=mentor, expired=True)
    MentorConsentFactory(mentor=mentor, valid_until=soon, withdrawn=True)

    assert letters() == []


def test_a_consent_that_a_longer_one_follows_is_not_told(mentor, coordinator, soon):
    MentorConsentFactory(mentor=mentor, valid_until=soon)
    MentorConsentFactory(mentor=mentor, valid_until=soon + timedelta(days=365))
    MentorConsentFactory(mentor=mentor, publication=True, valid_until=soon)

    [letter] = letters()

    assert letter.body.count("Лосева") == 1
    assert Purpose.PUBLICATION.label.lower() in letter.body
