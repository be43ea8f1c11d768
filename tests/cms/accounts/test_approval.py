"""An entry is approved in its own municipality, never by its author, and once."""

from contextlib import suppress

import pytest
from django.contrib.auth import get_user
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import TaskState

from mentoring.bank.models import Mentor
from tests.factories import MentorFactory, UserFactory

pytestmark = pytest.mark.django_db

ACTION = "wagtailsnippets_mentoring_mentor:workflow_action"
EDIT = "wagtailsnippets_mentoring_mentor:edit"


@pytest.fixture
def state(municipality, methodist):
    """A draft that a methodist has sent to be checked."""
    mentor = MentorFactory(municipality=municipality, draft=True)
    mentor.save_revision(user=methodist)
    mentor.get_workflow().start(mentor, methodist)
    return TaskState.objects.get()


def verdict(client, state, action):
    """What the editor's buttons do; the state's status afterwards."""
    with suppress(PermissionDenied):
        state.task.specific.on_action(state.specific, get_user(client), action, comment="Уточните предмет")
    return TaskState.objects.get(pk=state.pk).status


def test_the_coordinator_approves_and_the_entry_is_live(signed_in, coordinator, state):
    assert verdict(signed_in(coordinator), state, "approve") == TaskState.STATUS_APPROVED
    assert Mentor.objects.get().live


def test_the_coordinator_returns_it_with_a_comment(signed_in, coordinator, state):
    assert verdict(signed_in(coordinator), state, "reject") == TaskState.STATUS_REJECTED
    assert TaskState.objects.get().comment == "Уточните предмет"
    assert not Mentor.objects.get().live


@pytest.mark.parametrize("who", ["other_coordinator", "methodist", "editor", "expert"])
def test_nobody_else_has_a_verdict(request, signed_in, state, who):
    client = signed_in(request.getfixturevalue(who))
    assert verdict(client, state, "approve") == TaskState.STATUS_IN_PROGRESS
    assert verdict(client, state, "reject") == TaskState.STATUS_IN_PROGRESS


def test_nobody_approves_their_own_last_edit(signed_in, coordinator, state):
    mentor = Mentor.objects.get()
    mentor.save_revision(user=coordinator)
    assert verdict(signed_in(coordinator), state, "approve") == TaskState.STATUS_IN_PROGRESS
    colleague = UserFactory(role="coordinator", municipality=mentor.organisation.municipality)
    assert verdict(signed_in(colleague), state, "approve") == TaskState.STATUS_APPROVED


def test_a_second_verdict_on_the_same_state_is_refused(coordinator, state):
    task = state.task.specific
    task.on_action(state.specific, coordinator, "reject")
    with pytest.raises(PermissionDenied):
        task.on_action(state.specific, coordinator, "approve")
    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_REJECTED
    assert not Mentor.objects.get().live


def test_the_dashboard_shows_what_waits_here_and_not_elsewhere(signed_in, coordinator, other_coordinator, state):
    name = Mentor.objects.get().full_name
    home = reverse("wagtailadmin_home")
    assert name in signed_in(coordinator).get(home).content.decode()
    assert name not in signed_in(other_coordinator).get(home).content.decode()


def test_nobody_approves_from_the_first_page_what_they_have_not_opened(signed_in, coordinator, state):
    client, mentor = signed_in(coordinator), Mentor.objects.get()
    editor, door = reverse(EDIT, args=[mentor.pk]), reverse(ACTION, args=[mentor.pk, "approve", state.pk])
    assert client.post(door).headers["Location"] == editor
    assert client.get(door, headers={"x-requested-with": "XMLHttpRequest"}).json()["redirect"] == editor
    assert "Одобряют прочитанное" in client.get(editor).content.decode()
    assert TaskState.objects.get(pk=state.pk).status == TaskState.STATUS_IN_PROGRESS
    assert not Mentor.objects.get().live


def test_a_text_is_returned_from_the_first_page_as_ever(signed_in, coordinator, state):
    door = reverse(ACTION, args=[state.workflow_state.object_id, "reject", state.pk])
    signed_in(coordinator).post(door, {"comment": "Уточните предмет"})
    assert TaskState.objects.get(pk=state.pk).comment == "Уточните предмет"
