"""A curator's name and phone are shown while a consent of this very person is in force."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.actions import Refused
from mentoring.programmes.curators.actions import RecordCuratorConsent, WithdrawCuratorConsent
from mentoring.programmes.curators.models import CuratorConsent
from tests.factories import OrganisationFactory
from tests.factories.branches import open_branch
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NAME, PHONE = "Ракитина Ольга Львовна", "123-45-67"


@pytest.fixture
def programme(municipality):
    open_branch(municipality)
    return make_programme(OrganisationFactory(municipality=municipality))


def consent(programme, **fields):
    days = {"given_on": TODAY - timedelta(days=30), "holder": "Школа"}
    record = CuratorConsent(**{**days, **fields})
    RecordCuratorConsent(programme, None, record).execute()
    return record


def shown(programme):
    page = Client().get(programme.url).content.decode()
    return NAME in page, PHONE in page


def test_the_name_needs_a_consent_and_the_phone_needs_it_named(programme):
    assert shown(programme) == (False, False)
    consent(programme)
    assert shown(programme) == (True, False)
    consent(programme, covers_phone=True)
    assert shown(programme) == (True, True)


@pytest.mark.parametrize("ended", [{"valid_until": TODAY - timedelta(days=1)}, {"withdrawn_on": TODAY}])
def test_a_consent_that_ran_out_or_was_withdrawn_shows_nothing(programme, ended):
    consent(programme, covers_phone=True, **ended)
    assert shown(programme) == (False, False)


def test_a_new_curator_is_not_shown_by_the_consent_of_the_old_one(programme):
    consent(programme, covers_phone=True)
    programme.curator_name = "Другая Анна Ивановна"
    programme.save_revision().publish()
    page = Client().get(programme.url).content.decode()
    assert "Другая" not in page
    assert PHONE not in page


def test_a_withdrawal_works_at_once_and_no_old_text_brings_the_name_back(programme):
    consent(programme, covers_phone=True)
    WithdrawCuratorConsent(programme, None, TODAY).execute()
    assert shown(programme) == (False, False)
    programme.revisions.first().publish()
    assert shown(programme) == (False, False)
    assert CuratorConsent.objects.get().withdrawn_on == TODAY


def test_the_proof_outlives_the_page(programme):
    consent(programme)
    programme.delete()
    assert CuratorConsent.objects.get().curator_name == NAME


def test_a_consent_of_tomorrow_and_a_withdrawal_of_nothing_are_refused(programme):
    with pytest.raises(Refused):
        consent(programme, given_on=TODAY + timedelta(days=1))
    with pytest.raises(Refused):
        WithdrawCuratorConsent(programme, None, TODAY).execute()


def test_the_districts_coordinator_records_and_withdraws_it_and_the_neighbour_does_not(
    programme, signed_in, coordinator, other_coordinator
):
    record = reverse("programme_consent", args=[programme.pk])
    data = {"given_on": f"{TODAY:%Y-%m-%d}", "covers_phone": "on", "channel": "paper", "holder": "Школа"}
    signed_in(other_coordinator).post(record, data)
    assert not CuratorConsent.objects.exists()
    signed_in(coordinator).post(record, data)
    assert shown(programme) == (True, True)
    withdraw = reverse("programme_consent_withdraw", args=[programme.pk])
    signed_in(other_coordinator).post(withdraw, {"on": f"{TODAY:%Y-%m-%d}"})
    assert shown(programme) == (True, True)
    signed_in(coordinator).post(withdraw, {"on": f"{TODAY:%Y-%m-%d}"})
    assert shown(programme) == (False, False)
