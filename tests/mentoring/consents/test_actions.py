"""A consent is recorded once and withdrawn once; no door edits it, no revision brings it back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from cms.accounts.log_entries import TerritoryLogEntry
from mentoring.bank.models import Mentor
from mentoring.consents.actions import ConsentRefused, RecordConsent, WithdrawConsent
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from tests.factories import MentorConsentFactory, MentorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def test_a_recorded_consent_says_who_recorded_it(coordinator, municipality, today):
    mentor = MentorFactory(municipality=municipality)
    consent = MentorConsentFactory.build(mentor=mentor, given_on=today, withdrawn_on=today)
    RecordConsent(consent, coordinator).execute()
    stored = MentorConsent.objects.get()
    assert (stored.recorded_by, stored.withdrawn_on) == (coordinator, None)
    assert TerritoryLogEntry.objects.filter(action="duet.consent.record", object_id=str(mentor.pk)).exists()


def test_a_consent_is_not_recorded_twice_ahead_or_against_its_rules(municipality, today):
    mentor = MentorFactory(municipality=municipality)
    with pytest.raises(ConsentRefused, match="уже записано"):
        RecordConsent(MentorConsentFactory(mentor=mentor), None).execute()
    tomorrow = today + timedelta(days=1)
    with pytest.raises(ConsentRefused, match="не наступила"):
        RecordConsent(MentorConsentFactory.build(mentor=mentor, given_on=tomorrow), None).execute()
    with pytest.raises(ValidationError):
        RecordConsent(MentorConsentFactory.build(mentor=mentor, fields=["email"]), None).execute()
    assert MentorConsent.objects.count() == 1


def test_withdrawing_hides_at_once_and_keeps_the_proof(coordinator, municipality, today):
    mentor = MentorFactory(public=True, municipality=municipality)
    consent = mentor.consents.get(purpose=Purpose.PUBLICATION)
    WithdrawConsent(consent, coordinator, today).execute()
    assert not Mentor.objects.public(today).exists()
    assert MentorConsent.objects.get(pk=consent.pk).holder == consent.holder
    with pytest.raises(ConsentRefused, match="уже отозвано"):
        WithdrawConsent(consent, coordinator, today).execute()


def test_an_old_version_of_the_entry_does_not_bring_a_consent_back(coordinator, municipality, today):
    mentor = MentorFactory(public=True, municipality=municipality)
    old = mentor.save_revision()
    for consent in mentor.consents.all():
        WithdrawConsent(consent, coordinator, today).execute()
    old.publish()
    assert not Mentor.objects.public(today).exists()
    assert not MentorConsent.objects.filter(withdrawn_on__isnull=True).exists()


@pytest.mark.parametrize("days", [-31, 1])
def test_a_consent_is_withdrawn_between_its_day_and_today(days, today):
    consent = MentorConsentFactory()
    with pytest.raises(ConsentRefused, match="не раньше"):
        WithdrawConsent(consent, None, today + timedelta(days=days)).execute()


def test_a_stranger_withdraws_nothing(other_coordinator, municipality, today):
    consent = MentorConsentFactory(mentor=MentorFactory(municipality=municipality))
    with pytest.raises(PermissionDenied):
        WithdrawConsent(consent, other_coordinator, today).execute()
    assert MentorConsent.objects.get(pk=consent.pk).withdrawn_on is None


def test_the_admin_records_and_withdraws_and_has_no_form_to_edit(signed_in, coordinator, municipality, today):
    client, mentor = signed_in(coordinator), MentorFactory(municipality=municipality)
    data = {
        "mentor": mentor.pk, "purpose": "publication", "fields": ["about", "email"], "given_on": f"{today:%Y-%m-%d}",
        "channel": "paper", "text_version": "1", "holder": "Центр",
    }  # fmt: skip
    client.post(reverse("mentoring_mentorconsent_modeladmin_create"), data)
    consent = MentorConsent.objects.get()
    assert consent.fields == ["about", "email"]
    client.post(reverse("mentoring_mentorconsent_modeladmin_edit", args=[consent.pk]), {**data, "holder": "Подмена"})
    client.post(reverse("mentoring_mentorconsent_modeladmin_delete", args=[consent.pk]))
    client.post(reverse("consent_withdraw", args=[consent.pk]), {"on": f"{today:%Y-%m-%d}"})
    stored = MentorConsent.objects.get()
    assert (stored.holder, stored.withdrawn_on) == ("Центр", today)
