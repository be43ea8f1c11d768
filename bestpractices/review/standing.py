"""Where a practice stands, read from Wagtail's workflow and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import TaskState, WorkflowState

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import MOVES, STATE_OF_STAGE, UNDER_REVIEW, Move, Outcome, Stage, State
from bestpractices.review.models import StageState


@dataclass(frozen=True, slots=True)
class Standing:
    """A practice's state, and the stage that it is at or was at last."""

    state: State
    stage: StageState | None
    is_live: bool

    @property
    def is_under_review(self) -> bool:
        return self.state in UNDER_REVIEW

    def allows(self, move: Move) -> bool:
        """Whether the table of moves lets this be done now; rights are asked elsewhere."""
        return move in MOVES[self.state] and (move != Move.WITHDRAW or self.is_live)


def standing(practice: PracticePage) -> Standing:
    """Where the practice stands now, as the database has it."""
    last = StageState.stages.of(practice).select_related("workflow_state", "task", "revision").first()
    return standing_after(practice, last)


def standing_after(practice: PracticePage, last: StageState | None) -> Standing:
    """The same, for those who have the last stage at hand."""
    return Standing(_state(practice, last), last, practice.live)


def last_stages(practices: Iterable[PracticePage]) -> dict[int, StageState]:
    """The last stage of each of the practices, by page id, in one query."""
    stages = StageState.stages.filter(page__in=[practice.pk for practice in practices])
    with_sender = stages.select_related("workflow_state__requested_by")
    return {stage.page_id: stage for stage in with_sender.order_by("pk")}


def _state(practice: PracticePage, last: StageState | None) -> State:
    if last is not None:
        if last.status == TaskState.STATUS_IN_PROGRESS:
            return STATE_OF_STAGE[Stage(last.stage)]
        if last.outcome == Outcome.RETURNED and last.workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            return State.RETURNED
        if last.outcome == Outcome.REJECTED:
            return State.REJECTED
    if practice.live:
        return State.PUBLISHED
    return State.WITHDRAWN if practice.first_published_at else State.DRAFT
