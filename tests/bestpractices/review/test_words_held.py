"""A practice on the site says what its review has read: no save, no second revision, no stock way changes a word."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowTask

from bestpractices.practices.lists import PracticeStep
from bestpractices.practices.models import PracticePage
from bestpractices.review.aftercare import WithdrawPractice
from bestpractices.review.enums import State
from bestpractices.review.guard import PublishedAroundReview
from bestpractices.review.models import StageState
from bestpractices.review.standing import standing
from bestpractices.review.submitting import SubmitPractice
from cms.accounts.enums import Role
from cms.planning.due import do_what_was_planned
from mentoring.reference.models import Subject
from tests.factories import practices as make

pytestmark = pytest.mark.django_db

UNREAD = "Слова, которых никто не читал."


@pytest.fixture
def live(municipality, methodist):
    return make.practice_published(municipality, methodist)


@pytest.fixture
def second(live, methodist):
    """A second revision of a practice on the site, which nobody has sent."""
    draft = live.get_latest_revision_as_object()
    draft.result = UNREAD
    return draft.save_revision(user=methodist, clean=False)


def fresh(practice):
    return PracticePage.objects.get(pk=practice.pk)


def nothing_changed(practice):
    """Whether visitors read what they read before; ``practice`` was fetched before the attempt."""
    after = fresh(practice)
    steps = [step.text for step in after.steps.all()]
    assert (after.live, after.live_revision_id) == (True, practice.live_revision_id)
    assert after.result == make.LONG
    assert steps == ["Хозяин урока задаёт один вопрос.", "Гость смотрит на одно."]
    assert not after.subjects.exists()
    return True


def words(page):
    page.result = UNREAD


def address(page):
    page.slug = "drugoi-adres"


def for_search_engines(page):
    page.search_description = UNREAD


def timetable(page):
    page.expire_at = timezone.now()


def another_row(page):
    page.steps.add(PracticeStep(text=UNREAD))


def a_row_less(page):
    page.steps.remove(page.steps.first())


def another_order(page):
    for number, step in enumerate(reversed(page.steps.all())):
        step.sort_order = number
        page.steps.add(step)


def another_subject(page):
    page.subjects.set([Subject.objects.first() or Subject.objects.create(name="Химия", code="chem")])


CHANGES = [words, address, for_search_engines, timetable, another_row, a_row_less, another_order, another_subject]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_saving_changes_no_word_on_the_site(live, change):
    page = fresh(live)
    change(page)
    with pytest.raises(PublishedAroundReview):
        page.save()
    assert nothing_changed(live)
    assert (fresh(live).slug, fresh(live).search_description, fresh(live).expire_at) == (live.slug, "", None)


def test_saving_one_column_changes_no_word(live):
    page = fresh(live)
    page.result = UNREAD
    page.save(update_fields=["locked"])  # a draft in memory, of which nothing is stored
    with pytest.raises(PublishedAroundReview):
        page.save(update_fields=["result"])
    assert nothing_changed(live)


def test_a_row_by_itself_changes_no_word(live):
    step = PracticeStep.objects.filter(page=live).first()
    step.save()
    step.text = UNREAD
    for attempt in (step.save, step.delete, PracticeStep(page=live, text=UNREAD).save):
        with pytest.raises(PublishedAroundReview):
            attempt()
    assert nothing_changed(live)


def test_a_draft_is_written_freely(municipality, methodist):
    draft = make.practice_draft(municipality, methodist)
    for change in (words, another_row, another_subject):
        change(draft)
    draft.save()
    step = PracticeStep.objects.filter(page=draft).first()
    step.text = "Иначе"
    step.save()
    assert fresh(draft).steps.count() == 3


def test_what_is_no_word_is_saved(live, superuser, signed_in):
    page = fresh(live)
    page.locked, page.locked_by = True, superuser
    page.save()
    page.locked, page.first_published_at = False, page.first_published_at - timezone.timedelta(days=300)
    page.save()
    assert page.first_published_at == fresh(live).first_published_at
    page.save_revision(user=superuser, changed=False, clean=False)
    call_command("rebuild_references_index", verbosity=0)
    home = Page.objects.get(pk=live.get_parent().pk)
    neighbour = make.practice_draft(live.municipality, superuser, title="Соседняя")
    fresh(live).move(neighbour, pos="right")
    assert Page.objects.child_of(home).live().filter(pk=live.pk).exists()
    assert nothing_changed(live)


def by_revision(practice, revision, user):
    revision.publish()


def by_revision_of_a_user(practice, revision, user):
    revision.publish(user=user)


def by_skipping_permissions(practice, revision, user):
    revision.publish(user=user, skip_permission_checks=True)


def by_page(practice, revision, user):
    practice.publish(revision)


def by_action(practice, revision, user):
    PublishPageRevisionAction(revision).execute(skip_permission_checks=True)


def by_the_end_of_a_workflow(practice, revision, user):
    practice.publish_approved(revision, user)


def by_rewriting_what_passed(practice, revision, user):
    passed = practice.live_revision
    passed.content = revision.content
    passed.save()
    Revision.objects.get(pk=passed.pk).publish()


def by_schedule(practice, revision, user):
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    call_command("publish_scheduled")


def by_another_workflow(practice, revision, user):
    other = Workflow.objects.create(name="Чужой порядок")
    task = GroupApprovalTask.objects.create(name="Чужой этап")
    WorkflowTask.objects.create(workflow=other, task=task, sort_order=0)
    other.start(practice, user).current_task_state.specific.approve(user=user)


def by_a_task_approved_by_hand(practice, revision, user):
    SubmitPractice(practice, practice.owner).execute()
    for _stage in range(3):
        StageState.stages.of(practice).under_way().get().approve(user=user)


WAYS = [
    *(by_revision, by_revision_of_a_user, by_skipping_permissions, by_page, by_action, by_the_end_of_a_workflow),
    *(by_rewriting_what_passed, by_schedule, by_another_workflow, by_a_task_approved_by_hand),
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_code_publishes_a_second_revision(live, second, superuser, way):
    with pytest.raises(PermissionDenied):
        way(fresh(live), second, superuser)
    assert nothing_changed(live)


def test_the_planner_publishes_no_second_revision(live, second):
    Revision.objects.filter(pk=second.pk).update(approved_go_live_at=timezone.now())
    do_what_was_planned()
    assert nothing_changed(live)


def test_no_button_publishes_a_second_revision(live, second, methodist, regional_centre, superuser, signed_in):
    edit = reverse("wagtailadmin_pages:edit", args=[live.pk])
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[live.pk, second.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    api = reverse("wagtailadmin_api:pages:action", args=[live.pk, "publish"])
    for user in (methodist, regional_centre, superuser):
        client = signed_in(user)
        form = {"action-publish": "1", "title": live.title, "slug": live.slug, "result": UNREAD}
        client.post(edit, form)
        client.post(revert, form)
        client.post(f"{bulk}?id={live.pk}", {})
        client.post(f"{bulk}?id={live.get_parent().pk}", {"include_descendants": "on"})
        assert client.post(api, {}).status_code in (400, 403)
        assert nothing_changed(live)


def test_no_copy_or_alias_brings_a_second_revision_to_visitors(live, second, superuser):
    there = Page.objects.get(pk=live.get_parent().pk)
    draft = make.practice_draft(live.municipality, superuser, title="Черновик")
    for attempt in (
        lambda: fresh(live).copy(to=there, keep_live=True, update_attrs={"slug": "kopia"}),
        lambda: fresh(live).create_alias(parent=there, update_slug="dvoinik"),
        lambda: draft.create_alias(parent=there, update_slug="ten"),
    ):
        with pytest.raises(PublishedAroundReview):
            attempt()
    assert PracticePage.objects.live().get() == live
    assert nothing_changed(live)


def test_what_was_withdrawn_does_not_return_by_its_old_approval(live, superuser):
    WithdrawPractice(live, make.appointed(Role.COORDINATOR, live.municipality), "Ошибка").execute()
    passed = live.latest_revision
    for way in (by_revision, by_skipping_permissions, by_the_end_of_a_workflow):
        with pytest.raises(PublishedAroundReview):
            way(fresh(live), passed, superuser)
    assert standing(fresh(live)).state == State.WITHDRAWN
