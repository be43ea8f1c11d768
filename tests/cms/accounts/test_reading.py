"""An approval in the editor is about the revision that the editor was opened with."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from mentoring.bank.models import Mentor
from tests.factories import MentorFactory

pytestmark = pytest.mark.django_db

EDIT = "wagtailsnippets_mentoring_mentor:edit"


def approve(client, mentor, revision):
    """Press «Одобрить» in an editor that was opened with this revision."""
    data = {
        "action-workflow-action": "1",
        "workflow-action-name": "approve",
        "loaded_revision_id": revision.pk,
        "loaded_revision_created_at": revision.created_at.isoformat(),
    }
    return client.post(reverse(EDIT, args=[mentor.pk]), data)


def test_words_saved_after_the_editor_was_opened_are_not_approved_with_it(
    municipality, methodist, coordinator, signed_in
):
    mentor = MentorFactory(municipality=municipality, draft=True)
    read = mentor.save_revision(user=methodist)
    mentor.get_workflow().start(mentor, methodist)
    newer = mentor.save_revision(user=methodist)
    client = signed_in(coordinator)
    approve(client, mentor, read)
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS
    assert not Mentor.objects.get().live
    body = client.get(reverse(EDIT, args=[mentor.pk])).content.decode()
    compare = reverse("wagtailsnippets_mentoring_mentor:revisions_compare", args=[mentor.pk, read.pk, newer.pk])
    assert compare in body
