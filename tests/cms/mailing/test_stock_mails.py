"""Moderation and comments by the admin's own doors: one mail for one event, through the outbox, to who must know."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.contrib.auth.models import Group
from django.core import mail
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from wagtail.models import GroupApprovalTask, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask
from wagtail.users.models import UserProfile

from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from cms.mailing.delivering import deliver_due
from cms.mailing.models import OutgoingMail
from cms.pages.models import ContentPage
from tests.factories import MentorFactory, UserFactory, open_branch
from tests.mail_guard import MailInsideTransaction

pytestmark = pytest.mark.django_db
FORM = {"title": "Наш наставник года", "slug": "nastavnik-goda", "lead": "", "body-count": 0}
NO_COMMENTS = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}


@pytest.fixture
def branch(municipality, other_municipality, editor, methodist, coordinator, other_coordinator, regional_centre):
    """An open branch, an editor who writes, a methodist and a coordinator who publish, and people of elsewhere."""
    UserFactory(username="administrator", is_superuser=True)
    open_branch(other_municipality)
    return open_branch(municipality)


@pytest.fixture
def page(branch, editor):
    page = branch.add_child(instance=ContentPage(title=FORM["title"], slug=FORM["slug"], live=False, owner=editor))
    page.save_revision(user=editor)
    return page


def edit(client: Any, page: Any, **data: Any) -> None:
    """Press a button of the page's editor, opened just now."""
    revision = page.get_latest_revision()
    loaded = {"loaded_revision_id": revision.pk, "loaded_revision_created_at": revision.created_at.isoformat()}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**FORM, **NO_COMMENTS, **loaded, **data})
    page.refresh_from_db()


def submit(client: Any, page: Any) -> None:
    edit(client, page, **{"action-submit": "1"})
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def verdict(client: Any, page: Any, name: str, words: str = "") -> None:
    extra = json.dumps({"comment": words})
    button = {"action-workflow-action": "1", "workflow-action-name": name, "workflow-action-extra-data": extra}
    edit(client, page, **button)


def written() -> dict[str, int]:
    """Mails by person since the last look; nothing has left by itself."""
    assert mail.outbox == []
    found = Counter(sent.recipient.partition("@")[0] for sent in OutgoingMail.objects.all())
    OutgoingMail.objects.all().delete()
    return dict(found)


def test_each_step_of_a_page_is_one_mail_to_who_must_know(page, signed_in, editor, methodist, coordinator):
    submit(signed_in(editor), page)
    asked = OutgoingMail.objects.first()
    assert page.title in asked.subject and reverse("wagtailadmin_pages:edit", args=[page.pk]) in asked.body
    assert written() == {"methodist": 1, "coordinator": 1}

    verdict(signed_in(methodist), page, "reject", "Назовите школу")
    assert "Назовите школу" in OutgoingMail.objects.get().body
    assert written() == {"editor": 1}

    submit(signed_in(editor), page)
    assert written() == {"methodist": 1, "coordinator": 1}

    verdict(signed_in(coordinator), page, "approve")
    assert page.live
    assert written() == {"editor": 1}


@pytest.mark.parametrize("who", ["methodist", "coordinator", "regional_centre"])
def test_who_publishes_at_once_asks_nobody(request, page, signed_in, who):
    edit(signed_in(request.getfixturevalue(who)), page, **{"action-publish": "1"})
    assert page.live
    assert written() == {}


def test_each_step_of_a_mentors_entry_is_one_mail(branch, municipality, signed_in, methodist, coordinator):
    for name, told in (("reject", {"methodist": 1}), ("approve", {"methodist": 1})):
        mentor = MentorFactory(municipality=municipality, draft=True)
        mentor.save_revision(user=methodist)
        mentor.get_workflow().start(mentor, methodist)
        assert written() == {"coordinator": 1}
        state = mentor.current_workflow_task_state
        state.task.specific.on_action(state.specific, coordinator, name)
        assert written() == told


def test_the_region_is_asked_where_nobody_but_the_author_decides(branch, municipality, coordinator, regional_centre):
    mentor = MentorFactory(municipality=municipality, draft=True)
    mentor.save_revision(user=coordinator)
    mentor.get_workflow().start(mentor, coordinator)
    assert written() == {"regional-centre": 1}
    Appointment.objects.filter(user=regional_centre).delete()
    mentor = MentorFactory(municipality=municipality, draft=True)
    mentor.save_revision(user=coordinator)
    mentor.get_workflow().start(mentor, coordinator)
    assert written() == {"administrator": 1}


def test_who_switched_a_notification_off_gets_none(page, signed_in, editor, methodist, coordinator):
    for person in (methodist, editor):
        off = {f"{name}_notifications": False for name in ("submitted", "approved", "rejected")}
        UserProfile.objects.update_or_create(user=person, defaults=off)
    submit(signed_in(editor), page)
    assert written() == {"coordinator": 1}
    verdict(signed_in(coordinator), page, "approve")
    assert written() == {}


def test_who_has_moved_away_hears_nothing_more(page, signed_in, editor, other_municipality, methodist):
    submit(signed_in(editor), page)
    written()
    editor.appointments.get().delete()
    Appointment.objects.create(user=editor, role=Role.EDITOR, municipality=other_municipality)
    verdict(signed_in(methodist), page, "reject", "Назовите школу")
    assert written() == {}


def test_a_verdict_that_was_undone_sends_nothing(page, signed_in, editor, methodist):
    submit(signed_in(editor), page)
    OutgoingMail.objects.all().delete()
    with transaction.atomic():
        verdict(signed_in(methodist), page, "approve")
        assert OutgoingMail.objects.count() == 1
        transaction.set_rollback(True)
    assert written() == {}
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def test_the_mails_leave_outside_every_transaction(page, signed_in, editor, methodist, coordinator):
    submit(signed_in(editor), page)
    verdict(signed_in(methodist), page, "approve")
    assert deliver_due() == 3
    assert sorted(Counter(message.to[0] for message in mail.outbox).values()) == [1, 1, 1]


def test_a_step_of_a_group_asks_the_group(branch, page, signed_in, editor, methodist):
    group = Group.objects.create(name="Корректоры")
    member = UserFactory(username="corrector")
    member.groups.add(group)
    task = GroupApprovalTask.objects.create(name="Корректура")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="С корректурой")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page=page, workflow=workflow)
    submit(signed_in(editor), page)
    assert written() == {"corrector": 1}


def comment(client: Any, page: Any, words: str) -> None:
    fields = {"text": words, "contentpath": "title", "position": "", "id": ""}
    data = {f"comments-0-{name}": value for name, value in fields.items()}
    replies = {"comments-0-replies-TOTAL_FORMS": 0, "comments-0-replies-INITIAL_FORMS": 0}
    edit(client, page, **{**data, **replies, "comments-TOTAL_FORMS": 1})


def test_a_comment_is_one_mail_to_each_who_follows_and_may_read(
    page, signed_in, editor, methodist, coordinator, other_coordinator
):
    for person in (methodist, editor, coordinator, other_coordinator):
        page.subscribers.create(user=person, comment_notifications=True)
    UserProfile.objects.create(user=coordinator, updated_comments_notifications=False)
    comment(signed_in(methodist), page, "Где имя школы?")
    assert "Где имя школы?" in OutgoingMail.objects.get().body
    assert written() == {"editor": 1}


def test_a_new_password_is_sent_outside_every_transaction(branch, client, editor):
    client.post(reverse("wagtailadmin_password_reset"), {"email": editor.email})
    assert [message.to for message in mail.outbox] == [[editor.email]]


def test_the_guard_sees_a_mail_inside_a_transaction(db):
    with pytest.raises(MailInsideTransaction), transaction.atomic():
        send_mail("Рано", "Слова", None, ["vera@school.example"])


def test_only_the_outbox_speaks_to_the_mail_server():
    """Whatever else sends by itself would send inside somebody's transaction, and past people's choice."""
    rooms = (Path(site.BASE_DIR) / room for room in ("cms", "mentoring", "bestpractices", "search", "demo"))
    files = [file for room in rooms for file in room.rglob("*.py")]
    direct = ("django.core.mail", "smtplib", "wagtail.admin.mail", "email_user(")
    senders = {file.parent.name for file in files if any(word in file.read_text() for word in direct)} - {"settings"}
    assert senders == {"mailing"}
