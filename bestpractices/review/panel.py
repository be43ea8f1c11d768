"""What the editor of a practice is told about its review: the line of stages, open remarks, what can be done now."""

from __future__ import annotations

from typing import Any

from bestpractices.practices.models import PracticePage
from bestpractices.review.correcting import correction_workflow
from bestpractices.review.enums import Move, State
from bestpractices.review.models import Remark
from bestpractices.review.standing import standing
from bestpractices.review.status_line import status_line


def open_remarks(practice: PracticePage) -> list[Remark]:
    """What the author has still to mend; asked once for the whole form."""
    found: list[Remark] | None = getattr(practice, "_open_remarks", None)
    if found is None:
        found = list(Remark.objects.about(practice).told().open())
        practice._open_remarks = found
    return found


def review_words(practice: PracticePage, request: Any) -> dict[str, Any]:
    """The context of the panel's second half."""
    now = standing(practice)
    return {
        "practice": practice,
        "standing": now,
        "cells": status_line(practice, now),
        "remarks": open_remarks(practice),
        "may_submit": now.allows(Move.SUBMIT),
        "is_settled": now.state == State.PUBLISHED and not practice.has_unpublished_changes,
        "has_short_way": correction_workflow() is not None,
    }
