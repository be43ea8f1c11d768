"""A school takes a practice, tells what came of it, and the original shows who applies it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from bestpractices.adoption.actions import MoveAdoption, TakePractice
from bestpractices.adoption.enums import TRANSITIONS, AdoptionState
from bestpractices.adoption.models import Adoption
from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.republication.actions import OwnWords, TakeCopy
from cms.actions import Refused
from cms.branches.building import build_region_branch, region_home
from cms.mailing.models import OutgoingMail
from cms.territories.models import Municipality, Organisation
from tests.factories import OrganisationFactory
from tests.factories.practices import practice_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(municipality: Municipality, methodist: User) -> PracticePage:
    """A practice that passed its review; its author gets mail."""
    methodist.email = "author@example.org"
    methodist.save()
    return practice_published(municipality, methodist)


@pytest.fixture
def school(other_municipality: Municipality) -> Organisation:
    return OrganisationFactory(municipality=other_municipality, short_name="Заречная школа")


def test_the_page_says_who_applies_the_practice(
    practice: PracticePage, school: Organisation, other_coordinator: User, client: Client
) -> None:
    assert "ещё не применяют" in client.get(practice.url).content.decode()
    TakePractice(practice, school, other_coordinator, changes="Раз в две недели").execute()
    text = client.get(practice.url).content.decode()
    assert "Применяет 1 школа" in text and "Заречная школа" in text and "Раз в две недели" in text
    assert OutgoingMail.objects.filter(recipient="author@example.org", subject__contains="Заречная школа").exists()


def test_a_school_that_follows_another_stands_below_it(
    practice: PracticePage, school: Organisation, other_municipality: Municipality, client: Client
) -> None:
    first = TakePractice(practice, school, None).execute()
    second = OrganisationFactory(municipality=other_municipality, short_name="Гимназия «Родник»")
    TakePractice(practice, second, None, parent=first).execute()
    tree = client.get(practice.url).content.decode()
    assert "Применяют 2 школы" in tree
    assert tree.index("Заречная школа") < tree.index("Гимназия «Родник»")


def test_a_copy_counts_for_the_original(
    practice: PracticePage, school: Organisation, other_municipality: Municipality, client: Client
) -> None:
    build_region_branch()
    section = PracticeIndexPage.objects.child_of(region_home()).get()
    copy = TakeCopy(practice, section, OwnWords("Копия", "", date(2026, 11, 1)), None).execute()
    copy.save_revision().publish()
    TakePractice(copy, school, None).execute()
    for page in (practice, copy):
        assert "Применяет 1 школа" in client.get(page.url).content.decode()


def test_the_author_school_takes_nothing_and_nobody_takes_twice(practice: PracticePage, school: Organisation) -> None:
    with pytest.raises(Refused, match="автор"):
        TakePractice(practice, practice.organisation, None).execute()
    TakePractice(practice, school, None).execute()
    with pytest.raises(Refused, match="уже применяет"):
        TakePractice(practice, school, None).execute()


def test_a_stranger_takes_nothing_for_somebody_elses_school(
    practice: PracticePage, school: Organisation, coordinator: User, editor: User, teacher: User
) -> None:
    for stranger in (coordinator, editor, teacher):
        with pytest.raises(PermissionDenied):
            TakePractice(practice, school, stranger).execute()
    assert not Adoption.objects.exists()


@pytest.mark.parametrize("start", list(AdoptionState))
@pytest.mark.parametrize("to", list(AdoptionState))
def test_every_step_of_the_table_and_no_other(
    practice: PracticePage, school: Organisation, start: AdoptionState, to: AdoptionState
) -> None:
    adoption = TakePractice(practice, school, None).execute()
    Adoption.objects.update(state=start)
    move = MoveAdoption(adoption, None, to, "Стали ходить на уроки чаще")
    if (start, to) in TRANSITIONS:
        assert move.execute().state == to
    else:
        with pytest.raises(Refused):
            move.execute()


def test_a_result_needs_words(practice: PracticePage, school: Organisation) -> None:
    adoption = TakePractice(practice, school, None).execute()
    MoveAdoption(adoption, None, AdoptionState.RUNNING).execute()
    with pytest.raises(Refused, match="что получилось"):
        MoveAdoption(adoption, None, AdoptionState.CONFIRMED).execute()


def test_what_was_given_up_is_not_resumed_beside_a_second_try(practice: PracticePage, school: Organisation) -> None:
    first = TakePractice(practice, school, None).execute()
    MoveAdoption(first, None, AdoptionState.STOPPED, "Не хватило часов").execute()
    TakePractice(practice, school, None).execute()
    with pytest.raises(Refused, match="уже применяет"):
        MoveAdoption(first, None, AdoptionState.RUNNING).execute()
    assert Adoption.objects.get(pk=first.pk).state == AdoptionState.STOPPED


def test_the_form_is_for_ones_own_schools(
    practice: PracticePage, school: Organisation, other_coordinator: User, signed_in: Any
) -> None:
    address = reverse("adoption_take", args=[practice.pk])
    browser = signed_in(other_coordinator)
    assert address in browser.get(practice.url).content.decode()
    browser.post(address, {"organisation": practice.organisation_id, "changes": ""})
    assert not Adoption.objects.exists()
    browser.post(address, {"organisation": school.pk, "changes": "Реже"})
    assert Adoption.objects.get().changes == "Реже"


def test_a_school_hears_that_the_practice_left_the_site(
    practice: PracticePage, school: Organisation, other_coordinator: User, client: Client
) -> None:
    other_coordinator.email = "school@example.org"
    other_coordinator.save()
    TakePractice(practice, school, other_coordinator).execute()
    practice.unpublish()
    mail = OutgoingMail.objects.get(recipient="school@example.org")
    assert "сняли с сайта" in mail.subject and practice.title in mail.subject
