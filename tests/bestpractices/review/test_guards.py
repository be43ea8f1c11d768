"""What is live has been read, by the right people, in exactly these words: every way around is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.review.actions import ReviewRefused
from bestpractices.review.enums import State
from bestpractices.review.guard import PublishedAroundReview
from bestpractices.review.models import StageState
from bestpractices.review.standing import standing
from bestpractices.review.verdicts import ApprovePractice, ReturnPractice, Seen
from cms.accounts.seen import AnotherRevision, stamp
from tests.factories import practices as make

pytestmark = pytest.mark.django_db


def fresh(practice):
    return PracticePage.objects.get(pk=practice.pk)


def test_nobody_decides_about_what_they_wrote_sent_or_changed_last(municipality, methodist, coordinator):
    practice = make.practice_sent(municipality, methodist)
    with pytest.raises(ReviewRefused, match="писали"):
        ApprovePractice(practice, methodist, make.seen(practice)).execute()
    fresh(practice).get_latest_revision_as_object().save_revision(user=coordinator, clean=False)
    with pytest.raises(ReviewRefused, match="правили"):
        ApprovePractice(practice, coordinator, make.seen(practice)).execute()
    assert standing(fresh(practice)).state == State.MUNICIPAL


def test_another_revision_than_the_one_read_is_refused_with_the_way_to_the_difference(
    municipality, methodist, coordinator, signed_in
):
    practice = make.practice_sent(municipality, methodist)
    seen = make.seen(practice)
    draft = practice.get_latest_revision_as_object()
    draft.aim = "Совсем другая цель, которой никто не читал."
    newer = draft.save_revision(user=methodist, clean=False)
    with pytest.raises(AnotherRevision):
        ApprovePractice(practice, coordinator, seen).execute()
    url = reverse("practice_review", args=[practice.pk])
    data = {"stage": seen.stage_id, "seen": seen.revision, "move": "approve", "reason": ""}
    body = signed_in(coordinator).post(url, data).content.decode()
    first = seen.revision.partition(".")[0]
    assert reverse("practice_difference", args=[practice.pk, int(first), newer.pk]) in body
    assert standing(fresh(practice)).state == State.MUNICIPAL


def test_a_revision_rewritten_under_its_number_is_another_one(municipality, methodist, coordinator):
    practice = make.practice_sent(municipality, methodist)
    seen = make.seen(practice)
    Revision.objects.filter(pk=practice.latest_revision_id).update(created_at=timezone.now() + timedelta(seconds=1))
    with pytest.raises(AnotherRevision):
        ApprovePractice(practice, coordinator, seen).execute()


def test_swapped_ids_touch_neither_practice(municipality, methodist, coordinator):
    one = make.practice_sent(municipality, methodist)
    two = make.practice_sent(municipality, methodist, title="Другая")
    foreign = make.seen(two)
    for seen in (foreign, Seen(foreign.stage_id, stamp(one.get_latest_revision()))):
        with pytest.raises((ReviewRefused, AnotherRevision)):
            ApprovePractice(one, coordinator, seen).execute()
    assert {standing(fresh(it)).state for it in (one, two)} == {State.MUNICIPAL}


def test_a_neighbour_neither_sees_nor_decides(municipality, methodist, other_coordinator, signed_in):
    practice = make.practice_sent(municipality, methodist)
    client, url = signed_in(other_coordinator), reverse("practice_review", args=[practice.pk])
    assert client.get(url).status_code == 404
    assert client.post(url, {"move": "approve"}).status_code == 404
    with pytest.raises(PermissionDenied):
        ReturnPractice(practice, other_coordinator, make.seen(practice), remarks=(("aim", "!"),)).execute()
    assert practice.title not in client.get(reverse("practice_queue")).content.decode()


def test_wagtails_own_buttons_decide_nothing(municipality, methodist, coordinator, superuser, signed_in):
    practice = make.practice_sent(municipality, methodist)
    state = StageState.stages.of(practice).get()
    for user in (coordinator, superuser):
        url = reverse("wagtailadmin_pages:workflow_action", args=[practice.pk, "approve", state.pk])
        signed_in(user).post(url, {"comment": ""})
        with pytest.raises(PermissionDenied):
            state.task.specific.on_action(state, user, "approve")
    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_IN_PROGRESS


def test_no_way_publishes_around_the_review(
    municipality, methodist, coordinator, regional_centre, superuser, signed_in
):
    practice = make.practice_draft(municipality, methodist)
    index = PracticeIndexPage.objects.get(municipality=municipality)
    for user in (methodist, coordinator, regional_centre, superuser):
        client = signed_in(user)
        edit = reverse("wagtailadmin_pages:edit", args=[practice.pk])
        client.post(edit, {"action-publish": "1", "title": practice.title, "slug": practice.slug})
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        client.post(f"{bulk}?id={practice.pk}", {"include_descendants": "on"})
        client.post(f"{bulk}?id={index.pk}", {"include_descendants": "on"})
        with pytest.raises(PermissionDenied):
            practice.get_latest_revision().publish(user=user)
    assert not fresh(practice).live
    with pytest.raises(PublishedAroundReview):
        practice.get_latest_revision().publish(skip_permission_checks=True)
    Revision.objects.filter(pk=practice.latest_revision_id).update(approved_go_live_at=timezone.now())
    with pytest.raises(PublishedAroundReview):
        call_command("publish_scheduled")
    assert not fresh(practice).live


def test_no_copy_alias_or_move_carries_a_practice_live_elsewhere(
    municipality, other_municipality, methodist, superuser
):
    practice = make.practice_published(municipality, methodist)
    there = Page.objects.get(pk=make.practice_index(other_municipality).pk)
    with pytest.raises(PermissionDenied):
        practice.copy(to=there, user=superuser, keep_live=True)
    with pytest.raises(PublishedAroundReview):
        practice.copy(to=there, keep_live=True)
    with pytest.raises(PublishedAroundReview):
        practice.create_alias(parent=there)
    assert not fresh(practice).permissions_for_user(superuser).can_move_to(there.specific)
    assert not PracticePage.objects.in_municipality(other_municipality).filter(live=True).exists()


def test_nobody_unpublishes_but_by_the_action_that_asks_why(municipality, methodist, coordinator, superuser, signed_in):
    practice = make.practice_published(municipality, methodist)
    for user in (coordinator, superuser):
        signed_in(user).post(reverse("wagtailadmin_pages:unpublish", args=[practice.pk]))
        signed_in(user).post(reverse("practice_withdraw", args=[practice.pk]), {"reason": ""})
    assert fresh(practice).live
    signed_in(coordinator).post(reverse("practice_withdraw", args=[practice.pk]), {"reason": "Ошибка в цифрах"})
    assert not fresh(practice).live


def test_the_text_is_locked_while_it_is_read(municipality, methodist, signed_in):
    practice = make.practice_sent(municipality, methodist)
    before = practice.latest_revision_id
    url = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    signed_in(methodist).post(url, {"title": "Подмена", "slug": practice.slug})
    assert fresh(practice).latest_revision_id == before


def test_the_gate_closes_and_opens_for_a_reason(municipality, methodist, coordinator):
    from decimal import Decimal

    from bestpractices.journal.enums import What
    from bestpractices.journal.models import Decision
    from bestpractices.review.submitting import SubmitPractice

    practice = make.practice_draft(municipality, methodist)
    draft = practice.get_latest_revision_as_object()
    indicators = list(draft.indicators.all())
    indicators[0].actual = Decimal(84)
    draft.indicators = indicators
    draft.save_revision(user=methodist, clean=False)
    with pytest.raises(ReviewRefused, match=r"84.%.*90.%.*6.п"):
        SubmitPractice(fresh(practice), methodist).execute()
    draft.gate_reason = "Год был переходным, план пересмотрен в марте."
    draft.save_revision(user=methodist, clean=False)
    SubmitPractice(fresh(practice), methodist).execute()
    line = Decision.objects.about(practice.pk).get(what=What.OVERRIDE)
    assert line.why == draft.gate_reason
    assert standing(fresh(practice)).state == State.MUNICIPAL
