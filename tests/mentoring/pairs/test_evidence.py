"""A mentee's consent is a document: no door of the admin deletes it with the mentee."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse

from mentoring.consents.models import MenteeConsent
from mentoring.pairs.models import Pair, PairMentee
from tests.factories import MenteeConsentFactory, MentorFactory, PairFactory
from tests.mentoring.pairs.test_forms import edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(signed_in, coordinator):
    return signed_in(coordinator)


@pytest.fixture
def pair(municipality):
    """A draft of two, the first of whom has given a consent."""
    pair = PairFactory(mentor=MentorFactory(municipality=municipality, places_total=3), mentees=2)
    MenteeConsentFactory(mentee=pair.mentees.all()[0])
    return pair


def test_a_mentee_with_a_consent_is_not_left_out_and_stands_in_the_form_again(client, pair):
    response = edit(client, pair, list(pair.mentees.all()), **{"mentees-0-DELETE": "1"})
    words = response.content.decode()
    assert "завершите эту пару и начните новую" in words
    assert 'name="mentees-0-DELETE" value="1"' not in words
    assert (pair.mentees.count(), MenteeConsent.objects.count()) == (2, 1)


def test_a_mentee_without_a_consent_is_left_out(client, pair):
    edit(client, pair, list(pair.mentees.all()), **{"mentees-1-DELETE": "1"})
    assert Pair.objects.get(pk=pair.pk).mentees.count() == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Совсем Другая Анна", False), ("Начинающая Педагог 1", True), ("Новофамильная Педагог 1", True)],
)
def test_another_person_does_not_take_the_place_of_the_one_who_agreed(client, pair, name, kept):
    mentees = list(pair.mentees.all())
    mentees[0].full_name = name
    response = edit(client, pair, mentees)
    assert PairMentee.objects.filter(full_name=name).exists() is kept
    assert kept or "записано согласие" in response.content.decode()


@pytest.mark.parametrize("door", ["form", "bulk"])
def test_a_prepared_pair_with_a_consent_is_not_deleted(client, pair, door):
    url = reverse("wagtailsnippets_mentoring_pair:delete", args=[pair.pk])
    if door == "bulk":
        url = f"/admin/bulk/mentoring/pair/delete/?id={pair.pk}"
    page = client.post(url, follow=True)
    assert "согласием" in page.content.decode()
    assert (Pair.objects.count(), MenteeConsent.objects.count()) == (1, 1)


def test_the_database_keeps_it_too(pair):
    with pytest.raises(ProtectedError):
        pair.mentees.all()[0].delete()
    with pytest.raises(ProtectedError):
        pair.delete()


def test_consents_of_mentors_are_kept_as_well():
    mentor = MentorFactory(public=True)
    with pytest.raises(ProtectedError):
        mentor.delete()
