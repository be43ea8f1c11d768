"""Two ids that do not belong together change nothing, whoever sends them and wherever the address takes two (T4)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bestpractices.adoption.actions import TakePractice
from bestpractices.adoption.models import Adoption
from bestpractices.republication.models import RepublishedPage
from bestpractices.review.models import Remark
from bestpractices.scoring.models import Criterion, ExpertReview, Score
from cms.accounts.seen import stamp
from tests.factories import OrganisationFactory
from tests.factories import practices as make

pytestmark = pytest.mark.django_db


def test_a_difference_is_of_one_practice(municipality, methodist, coordinator, signed_in):
    one, two = (make.practice_sent(municipality, methodist, title=title) for title in ("Первая", "Вторая"))
    client, own, foreign = signed_in(coordinator), one.latest_revision_id, two.latest_revision_id
    for pair in ((own, foreign), (foreign, own), (foreign, foreign)):
        assert client.get(reverse("practice_difference", args=[one.pk, *pair])).status_code == 404


def test_a_remark_is_ticked_off_at_its_own_practice(municipality, methodist, signed_in):
    one, two = (make.practice_returned(municipality, methodist, title=title) for title in ("Первая", "Вторая"))
    foreign = Remark.objects.get(page=two)
    signed_in(methodist).post(reverse("practice_resolve", args=[one.pk, foreign.pk]))
    assert set(Remark.objects.values_list("resolved_at", flat=True)) == {None}


def test_points_are_given_to_the_text_that_was_read(municipality, methodist, signed_in):
    one, two = (make.practice_at_experts(municipality, methodist, title=title) for title in ("Первая", "Вторая"))
    review = ExpertReview.objects.filter(state__page=one).first()
    points = {f"points-{criterion.pk}": 4 for criterion in Criterion.objects.in_use()}
    address = reverse("practice_score", args=[review.pk])
    signed_in(review.expert.user).post(address, {**points, "seen": stamp(two.get_latest_revision())})
    assert not Score.objects.exists()


def test_the_work_of_another_expert_does_not_exist(municipality, methodist, signed_in):
    practice = make.practice_at_experts(municipality, methodist)
    mine, foreign = ExpertReview.objects.filter(state__page=practice)
    client, address = signed_in(mine.expert.user), reverse("practice_score", args=[foreign.pk])
    points = {f"points-{criterion.pk}": 4 for criterion in Criterion.objects.in_use()}
    assert client.get(address).status_code == 404
    assert client.post(address, {**points, "seen": stamp(practice.get_latest_revision())}).status_code == 404
    assert not Score.objects.exists()


def test_a_copy_goes_into_no_section_of_others(
    municipality, methodist, other_municipality, other_coordinator, signed_in
):
    practice = make.practice_published(municipality, methodist)
    make.practice_index(other_municipality)
    form = {"title": "У нас", "lead": "", "date": "01.11.2026", "mode": "hold"}
    for target in (practice.get_parent().pk, practice.pk, 1):
        address = reverse("republication_take", args=[practice.pk])
        signed_in(other_coordinator).post(address, {**form, "target": target})
    assert not RepublishedPage.objects.exists()


def test_a_practice_is_taken_for_ones_own_school_and_after_one_that_applies_it(
    municipality, methodist, other_municipality, other_coordinator, signed_in
):
    one, two = (make.practice_published(municipality, methodist, title=title) for title in ("Первая", "Вторая"))
    elsewhere = TakePractice(two, OrganisationFactory(municipality=other_municipality), None).execute()
    client, address = signed_in(other_coordinator), reverse("adoption_take", args=[one.pk])
    own = OrganisationFactory(municipality=other_municipality)
    client.post(address, {"organisation": OrganisationFactory(municipality=municipality).pk})
    client.post(address, {"organisation": own.pk, "parent": elsewhere.pk})
    assert list(Adoption.objects.all()) == [elsewhere]
