"""A copy stands in the lists of its kind, under the questions of its source, and each thing once in a list."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.republication.models import Republication
from cms.branches.building import build_region_branch, region_home
from cms.territories.models import Municipality
from tests.factories import open_branch
from tests.factories.practices import practice_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def region_bank(db: None) -> Page:
    build_region_branch()
    return PracticeIndexPage.objects.child_of(region_home()).get()


@pytest.fixture
def practice(municipality: Municipality, methodist: User, region_bank: Page) -> PracticePage:
    return practice_published(municipality, methodist)


@pytest.fixture
def copy(practice: PracticePage, region_bank: Page, take: Any) -> Republication:
    return take(practice, target=region_bank)


@pytest.fixture
def own_bank(practice: PracticePage) -> Page:
    return practice.get_parent()


def cards(client: Client, index: Page, **chosen: str) -> list[str]:
    """The addresses of the cards in a list, which must be as many as it says."""
    found = client.get(index.url, chosen).context["found"]
    assert found.total == len(found.cards)
    return [card.url for card in found.cards]


def test_a_practice_and_its_copy_are_one_card_in_each_list(
    client: Client, practice: PracticePage, copy: Republication, region_bank: Page, own_bank: Page
) -> None:
    assert cards(client, region_bank) == [copy.page.url]
    assert cards(client, own_bank) == [practice.url]
    assert "Источник:" in client.get(region_bank.url).content.decode()


def test_a_copy_is_found_by_the_questions_of_its_source(
    client: Client, practice: PracticePage, copy: Republication, region_bank: Page, other_municipality: Municipality
) -> None:
    subject = practice.subjects.first()
    chosen = {
        "district": practice.municipality.code,
        "pair": practice.pair_model,
        "practice-level": practice.level,
        "school-year": str(practice.year),
        "organisation-kind": practice.organisation.kind,
        **({"subject": subject.code} if subject else {}),
    }
    assert cards(client, region_bank, **chosen) == [copy.page.url]
    assert cards(client, region_bank, district=other_municipality.code) == []


def test_what_stands_for_a_practice_changes_with_its_copies(
    client: Client, practice: PracticePage, copy: Republication, region_bank: Page
) -> None:
    page = Page.objects.get(pk=copy.page_id).specific
    page.unpublish()
    assert cards(client, region_bank) == [practice.url]
    page.save_revision().publish()
    assert cards(client, region_bank) == [page.url]
    door = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert cards(client, region_bank) == [practice.url]
    door.delete()
    assert cards(client, region_bank) == [page.url]
    page.delete()
    assert cards(client, region_bank) == [practice.url]


def test_a_withdrawn_practice_leaves_no_card_anywhere(
    client: Client, practice: PracticePage, copy: Republication, region_bank: Page, own_bank: Page
) -> None:
    Page.objects.filter(pk=practice.pk).update(live=False)
    from bestpractices.republication.announcing import follow_sources

    follow_sources()
    assert cards(client, region_bank) == [] and cards(client, own_bank) == []


def test_a_copy_in_another_municipality_stands_in_its_list_alone(
    client: Client, practice: PracticePage, region_bank: Page, take: Any, other_municipality: Municipality
) -> None:
    open_branch(other_municipality)
    bank = PracticeIndexPage.objects.get(municipality=other_municipality)
    there = take(practice, target=bank)
    assert cards(client, bank) == [there.page.url]
    assert cards(client, region_bank) == [practice.url]
    again = take(there.page, target=region_bank)
    assert cards(client, region_bank) == [again.page.url]
    assert again.origin_id == practice.translation_key
