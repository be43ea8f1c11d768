"""No door of the admin gives away more places than a mentor has."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.bank.models import Mentor
from mentoring.pairs.enums import PairState
from mentoring.pairs.models import Pair
from tests.factories import MentorFactory, PairFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(signed_in, coordinator):
    return signed_in(coordinator)


def edit(client, pair, mentees, **changes):
    """Post the pair's form with these mentees («имя» or a stored one)."""
    data = {
        "mentor": pair.mentor_id, "organisation": pair.organisation_id, "model": pair.model, "kind": pair.kind,
        "started_on": f"{pair.started_on:%Y-%m-%d}", "mentees-TOTAL_FORMS": len(mentees),
        "mentees-INITIAL_FORMS": sum(not isinstance(mentee, str) for mentee in mentees), **changes,
    }  # fmt: skip
    for number, mentee in enumerate(mentees):
        stored = not isinstance(mentee, str)
        data[f"mentees-{number}-full_name"] = mentee.full_name if stored else mentee
        data[f"mentees-{number}-id"] = mentee.pk if stored else ""
        data[f"mentees-{number}-ORDER"] = number + 1
    return client.post(reverse("wagtailsnippets_mentoring_pair:edit", args=[pair.pk]), data)


def test_a_mentee_beyond_the_places_is_refused(client, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality, places_total=1), active=True)
    response = edit(client, pair, [*pair.mentees.all(), "Лишний Наставляемый"])
    assert pair.mentees.count() == 1
    assert "свободно 1\u00a0место" in response.content.decode()


def test_a_mentee_within_the_places_is_taken(client, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality, places_total=2), active=True)
    edit(client, pair, [*pair.mentees.all(), "Второй Наставляемый"])
    assert Pair.objects.get(pk=pair.pk).mentees.count() == 2


def test_a_working_pair_moves_to_a_mentor_with_places_only(client, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality), active=True)
    full = MentorFactory(municipality=municipality, places_total=0)
    spare = MentorFactory(municipality=municipality, places_total=1)
    edit(client, pair, list(pair.mentees.all()), mentor=full.pk)
    assert Pair.objects.get(pk=pair.pk).mentor_id == pair.mentor_id
    edit(client, pair, list(pair.mentees.all()), mentor=spare.pk)
    assert Pair.objects.get(pk=pair.pk).mentor_id == spare.pk


def test_a_working_pair_has_begun(client, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality), active=True)
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = edit(client, pair, list(pair.mentees.all()), started_on=tomorrow.isoformat())
    assert "первый день не может быть в будущем" in response.content.decode()
    assert Pair.objects.get(pk=pair.pk).started_on == pair.started_on


def test_the_state_is_not_a_field_of_the_form(client, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality, places_total=0))
    edit(client, pair, list(pair.mentees.all()), state="active")
    assert Pair.objects.get(pk=pair.pk).state == PairState.DRAFT


def test_places_do_not_fall_below_those_taken(client, municipality):
    mentor = MentorFactory(municipality=municipality, places_total=3)
    PairFactory(mentor=mentor, active=True, mentees=2)
    data = {
        "last_name": mentor.last_name, "first_name": mentor.first_name, "person": "teacher", "source": "self",
        "level": "municipal", "organisation": mentor.organisation_id, "places_total": 1, "action-publish": "1",
        "portfolio_links-TOTAL_FORMS": 0, "portfolio_links-INITIAL_FORMS": 0,
    }  # fmt: skip
    response = client.post(reverse("wagtailsnippets_mentoring_mentor:edit", args=[mentor.pk]), data)
    assert "В парах уже занято 2\u00a0места" in response.content.decode()
    assert Mentor.objects.get(pk=mentor.pk).places_total == 3


def test_the_buttons_of_a_pair_do_what_they_say(client, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality, places_total=1))
    client.post(reverse("pair_open", args=[pair.pk]))
    assert Pair.objects.get(pk=pair.pk).state == PairState.ACTIVE
    second = PairFactory(mentor=pair.mentor)
    page = client.post(reverse("pair_open", args=[second.pk]))
    assert "последнее только что заняли" in page.content.decode()
    assert Pair.objects.get(pk=second.pk).state == PairState.DRAFT
