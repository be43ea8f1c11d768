"""What the end of a review does: this revision goes live, and the journal says so."""

from __future__ import annotations

from typing import Any

from wagtail.models import TaskState

from bestpractices.journal.enums import What
from bestpractices.journal.models import Decision
from bestpractices.journal.writing import record
from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Outcome
from bestpractices.review.guard import PublishedAroundReview, passed_review
from bestpractices.review.models import StageState


def publish_passed(practice: PracticePage, revision: Any, user: Any) -> None:
    """Publish the revision whatever page rights the last approver has.

    Raises ``PublishedAroundReview`` where the last stage did not end with the approval of this very revision: another
    workflow's end, a task approved by hand, an approval that was used already.
    """
    if not _has_just_passed(practice, revision):
        raise PublishedAroundReview
    with passed_review(practice.pk, revision.pk):
        revision.publish(user=user, skip_permission_checks=True)
    record(practice, What.PUBLISH, user, revision=revision)


def _has_just_passed(practice: PracticePage, revision: Any) -> bool:
    last = StageState.stages.of(practice).select_related("workflow_state").first()
    if last is None or last.revision_id != revision.pk or last.finished_at is None:
        return False
    if (last.status, last.outcome) != (TaskState.STATUS_APPROVED, Outcome.APPROVED):
        return False
    if last.workflow_state.current_task_state_id != last.pk:
        return False
    used = Decision.objects.about(practice.pk).editions().filter(at__gt=last.finished_at)
    return not used.exists()
