"""A minor is never public, by whatever mistake: form, old revision, plain save or update."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from mentoring.bank.enums import Person
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory

pytestmark = pytest.mark.django_db

EDIT = "wagtailsnippets_mentoring_mentor:edit"


def form(mentor, **changes):
    return {
        "last_name": mentor.last_name, "first_name": mentor.first_name, "person": "pupil", "source": "self",
        "level": "municipal", "organisation": mentor.organisation_id, "places_total": 1, "action-publish": "1",
        "portfolio_links-TOTAL_FORMS": 0, "portfolio_links-INITIAL_FORMS": 0, **changes,
    }  # fmt: skip


def is_public(mentor):
    return Mentor.objects.public(timezone.localdate()).filter(pk=mentor.pk).exists()


def test_a_pupil_is_a_minor_by_default():
    mentor = MentorFactory(public=True, person=Person.PUPIL)
    assert Mentor.objects.get(pk=mentor.pk).is_minor
    assert not is_public(mentor)


def test_the_database_keeps_no_pupil_of_age_without_proof():
    mentor = MentorFactory(public=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mentor.objects.filter(pk=mentor.pk).update(person=Person.PUPIL)


def test_the_form_asks_for_the_proof_of_age(signed_in, coordinator, municipality):
    mentor = MentorFactory(public=True, minor=True, municipality=municipality)
    client = signed_in(coordinator)
    page = client.post(reverse(EDIT, args=[mentor.pk]), form(mentor))
    assert "Ученик считается несовершеннолетним" in page.content.decode()
    assert not is_public(mentor)
    client.post(reverse(EDIT, args=[mentor.pk]), form(mentor, of_age_confirmed="on"))
    assert is_public(mentor)


def test_a_minor_recorded_as_a_teacher_is_hidden_at_once_and_stays_so(signed_in, coordinator, municipality):
    mentor = MentorFactory(public=True, municipality=municipality)
    before = mentor.save_revision()
    data = form(mentor, person="teacher", is_minor="on")
    del data["action-publish"]
    signed_in(coordinator).post(reverse(EDIT, args=[mentor.pk]), data)
    assert not is_public(mentor), "a draft that says «младше 18» hides the live entry"
    Revision.objects.get(pk=before.pk).publish()
    assert not is_public(mentor), "an old version cannot make a minor public"


def test_the_preview_shows_the_future_page_with_what_is_consented(signed_in, coordinator, municipality):
    mentor = MentorFactory(bare=True, municipality=municipality, about="Не согласован")
    url = reverse("wagtailsnippets_mentoring_mentor:preview_on_edit", args=[mentor.pk])
    client, data = signed_in(coordinator), form(mentor, person="teacher", about="Не согласован", position="логопед")
    assert client.post(url, data).json()["is_valid"]
    page = client.get(url).content.decode()
    assert "логопед" in page.lower()
    assert "Не согласован" not in page
