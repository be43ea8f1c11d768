"""Editors find what others published, take it, and decide about what its source changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import Page

from bestpractices.republication.models import Republication, RepublishedPage, SourceUpdate
from mentoring.programmes.models import ProgrammePage
from tests.factories import open_branch

pytestmark = pytest.mark.django_db


def reword(source: ProgrammePage, aim: str) -> None:
    page = ProgrammePage.objects.get(pk=source.pk)
    page.aim = aim
    page.save_revision().publish()


def test_the_centre_takes_a_page_and_finds_it_among_its_drafts(
    source: ProgrammePage, region_section: Page, regional_centre: User, signed_in: Any
) -> None:
    browser = signed_in(regional_centre)
    catalogue = browser.get(reverse("republication_catalogue")).content.decode()
    take = reverse("republication_take", args=[source.pk])
    assert source.title in catalogue and take in catalogue
    form = {"title": "У нас", "lead": "", "date": "01.11.2026", "target": region_section.pk, "mode": "hold"}
    answer = browser.post(take, form)
    copy = RepublishedPage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[copy.pk])
    assert copy.title == "У нас" and not copy.live
    assert browser.get(reverse("wagtailadmin_pages:edit", args=[copy.pk])).status_code == 200


def test_somebody_elses_section_cannot_be_smuggled_into_the_form(
    source: ProgrammePage, region_section: Page, other_coordinator: User, signed_in: Any, other_municipality: Any
) -> None:
    open_branch(other_municipality)
    form = {"title": "У нас", "lead": "", "date": "01.11.2026", "target": region_section.pk, "mode": "hold"}
    signed_in(other_coordinator).post(reverse("republication_take", args=[source.pk]), form)
    assert not RepublishedPage.objects.exists()


def test_the_inbox_shows_the_difference_and_takes_the_answer(
    source: ProgrammePage, take: Any, regional_centre: User, signed_in: Any
) -> None:
    copy = take(source)
    reword(source, "Новая цель")
    update = SourceUpdate.objects.waiting().get()
    browser = signed_in(regional_centre)
    page = reverse("republication_update", args=[update.pk])
    assert page in browser.get(reverse("republication_inbox")).content.decode()
    assert "<ins>" in browser.get(page).content.decode()
    browser.post(page, {"answer": "some", "sections": ["aim"]})
    copy.refresh_from_db()
    assert "Новая цель" in str(copy.content)
    assert "уже решено" in browser.get(page).content.decode()


def test_the_mode_is_changed_in_its_form(
    source: ProgrammePage, take: Any, regional_centre: User, signed_in: Any
) -> None:
    copy = take(source)
    browser = signed_in(regional_centre)
    page = reverse("republication_mode", args=[copy.pk])
    assert page in browser.get(reverse("republication_copies")).content.decode()
    browser.post(page, {"mode": "follow"})
    assert Republication.objects.get().mode == "follow"


def test_strangers_reach_neither_inbox_nor_copy(
    source: ProgrammePage, take: Any, coordinator: User, other_coordinator: User, teacher: User, signed_in: Any
) -> None:
    copy = take(source)
    reword(source, "Новая цель")
    update = SourceUpdate.objects.waiting().get()
    for stranger in (coordinator, other_coordinator, teacher):
        browser = signed_in(stranger)
        browser.post(reverse("republication_update", args=[update.pk]), {"answer": "all"})
        browser.post(reverse("republication_mode", args=[copy.pk]), {"mode": "detached"})
    copy.refresh_from_db()
    assert copy.mode == "hold" and "Новая цель" not in str(copy.content)
