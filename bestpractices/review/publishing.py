"""What the end of a review does: this revision goes live, and the journal says so."""

from __future__ import annotations

from typing import Any

from bestpractices.journal.enums import What
from bestpractices.journal.writing import record
from bestpractices.practices.models import PracticePage
from bestpractices.review.guard import passed_review


def publish_passed(practice: PracticePage, revision: Any, user: Any) -> None:
    """Publish the revision whatever page rights the last approver has."""
    with passed_review(practice.pk):
        revision.publish(user=user, skip_permission_checks=True)
    record(practice, What.PUBLISH, user, revision=revision)
