"""The way that an invented practice has gone: stages with dates, scores, remarks, lines of the journal."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Task, TaskState, WorkflowState

from bestpractices.journal.enums import What
from bestpractices.journal.models import Decision
from bestpractices.journal.writing import name_of
from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Outcome, Stage, State
from bestpractices.review.models import Remark, ReviewPolicy, StageState
from bestpractices.scoring.enums import ReviewStatus
from bestpractices.scoring.models import Criterion, Expert, ExpertReview, Score
from demo.practices.casting import COMMENTS, REMARKS

#: Days before today on which a practice was sent, and for which each stage takes.
SENT, DAYS = 24, {Stage.MUNICIPAL: 4, Stage.EXPERTS: 9, Stage.REGION: 3}
_PASSED = {
    State.DRAFT: 0,
    State.MUNICIPAL: 0,
    State.RETURNED: 0,
    State.REJECTED: 0,
    State.EXPERTS: 1,
    State.REGION: 2,
    State.PUBLISHED: 3,
    State.WITHDRAWN: 3,
}
_UNDER_WAY = {State.MUNICIPAL, State.EXPERTS, State.REGION}
_ENDS = {State.RETURNED: Outcome.RETURNED, State.REJECTED: Outcome.REJECTED}
_WORKFLOW = {
    State.RETURNED: WorkflowState.STATUS_NEEDS_CHANGES,
    State.REJECTED: WorkflowState.STATUS_CANCELLED,
    State.PUBLISHED: WorkflowState.STATUS_APPROVED,
    State.WITHDRAWN: WorkflowState.STATUS_APPROVED,
}


@dataclass
class Ways:
    """Writes the ways of all practices; rows without links of their own are gathered and stored at the end."""

    rng: random.Random
    today: date
    tasks: dict[Stage, Task]
    experts: list[Expert]
    criteria: list[Criterion]
    decisions: list[Decision] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)

    def walk(self, page: PracticePage, state: State, owner: Any, people: dict[Stage, Any], number: int) -> None:
        """Bring a page to its state."""
        if state == State.DRAFT:
            return
        ago = {0: 3 + number % 9, 1: 8 + number % 9, 2: 15 + number % 6, 3: SENT + (number * 11) % 260}
        sent = self._at(ago[_PASSED[state]])
        workflow = WorkflowState.objects.bulk_create([self._workflow(page, state, owner)])[0]
        self.note(page, What.SUBMIT, owner, sent)
        moment, last = sent, None
        for order, stage in enumerate(Stage):
            if order > _PASSED[state]:
                break
            outcome = Outcome.APPROVED if order < _PASSED[state] else _ENDS.get(state)
            begun, moment = moment, moment + timedelta(days=DAYS[stage], hours=order * 2)
            last = self._stage(page, workflow, stage, begun, moment if outcome else None, outcome, people.get(stage))
            if stage == Stage.EXPERTS:
                self._score(page, last, is_done=outcome is not None, number=number)
        WorkflowState.objects.filter(pk=workflow.pk).update(current_task_state=last, created_at=sent)
        if _PASSED[state] == 3:
            self._publish(page, moment, people[Stage.REGION], is_withdrawn=state == State.WITHDRAWN)

    def store(self) -> None:
        """Write what was gathered."""
        Decision.objects.bulk_create(self.decisions, batch_size=500)
        Remark.objects.bulk_create(self.remarks)
        Score.objects.bulk_create(self.scores, batch_size=500)

    def note(self, page: PracticePage, what: What, user: Any, at: datetime, stage: str = "", why: str = "") -> None:
        """Remember a line of the journal."""
        self.decisions.append(
            Decision(
                page_id=page.pk,
                title=page.title,
                municipality_id=page.municipality_id,
                at=at,
                user_id=getattr(user, "pk", None),
                who=user.full_name if isinstance(user, Expert) else name_of(user),
                what=what,
                stage=stage,
                why=why,
                revision_id=page.latest_revision_id,
            )
        )

    def _workflow(self, page: PracticePage, state: State, owner: Any) -> WorkflowState:
        return WorkflowState(
            content_type=page.get_content_type(),
            base_content_type=page.get_base_content_type(),
            object_id=str(page.pk),
            workflow=ReviewPolicy.current().workflow,
            status=_WORKFLOW.get(state, WorkflowState.STATUS_IN_PROGRESS),
            requested_by=owner,
        )

    def _stage(
        self,
        page: PracticePage,
        workflow: WorkflowState,
        stage: Stage,
        begun: datetime,
        ended: datetime | None,
        outcome: Outcome | None,
        who: Any,
    ) -> StageState:
        statuses = {None: TaskState.STATUS_IN_PROGRESS, Outcome.APPROVED: TaskState.STATUS_APPROVED}
        reader = who if ended and not isinstance(who, list) else None
        state = StageState(
            workflow_state=workflow,
            task=self.tasks[stage],
            status=statuses.get(outcome, TaskState.STATUS_REJECTED),
            revision_id=page.latest_revision_id,
            page=page,
            stage=stage,
            due_on=(timezone.localdate(begun) + timedelta(days=14 if stage == Stage.EXPERTS else 10)),
            outcome=outcome or "",
            finished_at=ended,
            finished_by=reader,
        )
        state.save()
        TaskState.objects.filter(pk=state.pk).update(started_at=begun)
        if outcome is not None and ended is not None:
            self._verdict(page, state, outcome, ended, reader)
        return state

    def _verdict(self, page: PracticePage, state: StageState, outcome: Outcome, at: datetime, reader: Any) -> None:
        what = {Outcome.RETURNED: What.RETURN, Outcome.REJECTED: What.REJECT}.get(outcome, What.APPROVE)
        why = "Это план на следующий год, результата пока нет." if outcome == Outcome.REJECTED else ""
        self.note(page, what, reader, at, state.stage, why)
        if outcome == Outcome.RETURNED:
            chosen = self.rng.sample(REMARKS, 2)
            self.remarks += [
                Remark(state=state, page=page, part=part, words=words, author=reader, at=at) for part, words in chosen
            ]

    def _score(self, page: PracticePage, state: StageState, *, is_done: bool, number: int) -> None:
        """Two experts of other municipalities; every fifth practice divided them, and a third was asked."""
        others = [expert for expert in self.experts if expert.municipality_id != page.municipality_id]
        apart = number % 5 == 0
        shift = number % len(others)
        chosen = (others[shift:] + others[:shift])[: 3 if apart and is_done else 2]
        for position, expert in enumerate(chosen):
            scored = is_done or (position == 0 and expert.user_id is None)
            review = ExpertReview.objects.create(
                state=state,
                expert=expert,
                status=ReviewStatus.SCORED if scored else ReviewStatus.ASKED,
                is_third=position == 2,
                due_on=state.due_on,
                asked_at=state.started_at,
                finished_at=self._at(max(1, SENT - 9 - position)) if scored else None,
                comment=COMMENTS[(number + position) % len(COMMENTS)] if scored else "",
            )
            if scored:
                self._points(review, low=apart and position == 1)
                self.note(page, What.SCORE, expert, self._at(max(1, SENT - 9 - position)), state.stage)

    def _points(self, review: ExpertReview, *, low: bool) -> None:
        kind = self.rng.choice((-1, 0, 0, 1)) if not low else -2
        for criterion in self.criteria:
            points = max(1, min(5, self.rng.choice((3, 4, 4, 5)) + kind))
            self.scores.append(Score(review=review, criterion=criterion, points=points))

    def _publish(self, page: PracticePage, at: datetime, who: Any, *, is_withdrawn: bool) -> None:
        self.note(page, What.PUBLISH, who, at)
        if is_withdrawn:
            self.note(page, What.WITHDRAW, who, at + timedelta(days=6), why="Школа нашла ошибку в цифрах.")
        PracticePage.objects.filter(pk=page.pk).update(
            live=not is_withdrawn,
            live_revision_id=None if is_withdrawn else page.latest_revision_id,
            has_unpublished_changes=is_withdrawn,
            first_published_at=at,
            last_published_at=at,
        )

    def _at(self, days_ago: int) -> datetime:
        clock = time(9 + self.rng.randint(0, 7), self.rng.randint(0, 59))
        return timezone.make_aware(datetime.combine(self.today - timedelta(days=days_ago), clock))
