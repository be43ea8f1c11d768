"""People of whom the site has a consent and nothing else: their names in prose are looked for like all others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.contacts.models import CoordinatorContact
from cms.work.worker import Worker
from mentoring.mentions.jobs import follow_names
from mentoring.mentions.linking import LinkPerson
from mentoring.mentions.models import NameWatch, PersonMention
from mentoring.programmes.curators.actions import RecordCuratorConsent, WithdrawCuratorConsent
from mentoring.programmes.curators.models import CuratorConsent
from tests import factories
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db


def consent(programme: Any, **fields: Any) -> CuratorConsent:
    given = CuratorConsent(given_on=timezone.localdate() - timedelta(days=30), holder="Школа", **fields)
    RecordCuratorConsent(programme, None, given).execute()
    return given


@pytest.fixture
def organisation(municipality: Any) -> Any:
    return factories.OrganisationFactory(municipality=municipality)


@pytest.fixture
def programme(organisation: Any) -> Any:
    factories.open_branch(organisation.municipality)
    return make_programme(organisation)


@pytest.fixture
def story(organisation: Any, programme: Any) -> Any:
    return factories.news(organisation.municipality, title="Школа", lead="С вопросами идите к Ольге Львовне Ракитиной.")


def withdraw(programme: Any) -> None:
    WithdrawCuratorConsent(programme, None, timezone.localdate()).execute()
    Worker().work_off()


def test_a_curators_name_in_prose_is_found_after_the_withdrawal(
    programme: Any, story: Any, editor: Any, coordinator: Any, other_coordinator: Any, signed_in: Any
) -> None:
    given = consent(programme)
    consent(programme, covers_phone=True)
    withdraw(programme)
    (mention,) = PersonMention.objects.waiting()
    assert mention.thing_id == story.pk, "the field of the programme is shown and hidden by its own rule"
    (letter,) = [it for it in mail.outbox if "Имя ещё стоит" in it.subject]
    assert "Ракитина Ольга Львовна" in letter.body
    assert "действует" not in letter.body
    assert "Ракитина" in signed_in(editor).get(reverse("names_standing")).content.decode()
    address = reverse("names_curator", args=[given.pk])
    assert "Школа" in signed_in(coordinator).get(address).content.decode()
    assert signed_in(other_coordinator).get(address).status_code == 404


def test_it_is_hidden_by_one_click_and_comes_back_with_a_new_consent(
    programme: Any, story: Any, client: Client
) -> None:
    given = consent(programme)
    withdraw(programme)
    LinkPerson(story, given, None).execute()
    assert "Ракитин" not in client.get(story.get_url()).content.decode()
    assert not PersonMention.objects.waiting().exists()
    consent(programme)
    assert "Ольге Львовне Ракитиной" in client.get(story.get_url()).content.decode()
    assert not NameWatch.objects.exists()


def test_a_curators_consent_that_ran_out_is_noticed(programme: Any, story: Any) -> None:
    consent(programme)
    CuratorConsent.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    follow_names()
    assert PersonMention.objects.waiting().get().thing_id == story.pk


def test_a_coordinators_name_is_found_once_the_day_of_the_consent_is_erased(programme: Any, story: Any) -> None:
    contact = CoordinatorContact.objects.create(
        municipality=story.municipality,
        office="Отдел",
        person="Ольга Львовна Ракитина",
        person_agreed_on=timezone.localdate(),
    )
    Worker().work_off()
    assert not PersonMention.objects.exists()
    contact.person_agreed_on = None
    contact.save()
    Worker().work_off()
    assert PersonMention.objects.waiting().get().thing_id == story.pk
