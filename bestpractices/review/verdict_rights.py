"""Who gives the verdict at a stage: the role that the table names, and never about one's own text."""

from __future__ import annotations

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Outcome, Stage
from bestpractices.review.grants import Act, may
from bestpractices.review.models import StageState
from cms.accounts.territory import User

#: Which act decides at a stage.
ACTS = {Stage.MUNICIPAL: Act.CHECK, Stage.EXPERTS: Act.DECIDE, Stage.REGION: Act.DECIDE}


def is_own_text(practice: PracticePage, stage: StageState, user: User) -> bool:
    """Whether the user wrote, sent or last changed what is to be decided about."""
    latest = practice.get_latest_revision()
    people = {practice.owner_id, stage.workflow_state.requested_by_id, stage.revision.user_id}
    return user.pk in people | ({latest.user_id} if latest else set())


def may_decide(practice: PracticePage, stage: StageState, user: User) -> bool:
    """Whether this user gives the verdict at this stage."""
    return may(user, ACTS[Stage(stage.stage)], practice) and not is_own_text(practice, stage, user)


def may_reopen(user: User, practice: PracticePage, stage: StageState | None) -> bool:
    """Whether this user brings a rejected practice back: who withdraws, and who may have rejected it at that stage."""
    if may(user, Act.WITHDRAW, practice):
        return True
    return stage is not None and stage.outcome == Outcome.REJECTED and may_decide(practice, stage, user)
