"""The author's moves: to send a practice to review, and to take it back."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Workflow, WorkflowState

from bestpractices.journal.enums import What
from bestpractices.practices.completeness import findings
from bestpractices.practices.gate import gate_sentence, missed
from bestpractices.practices.models import PracticePage
from bestpractices.review.actions import ReviewAction, ReviewRefused
from bestpractices.review.enums import Move, Outcome
from bestpractices.review.grants import Act


def obstacles(practice: PracticePage) -> list[str]:
    """Everything that keeps this text from being sent, in words; the gate of S4-09 opens for a written reason."""
    words = [finding.words for finding in findings(practice) if finding.stops]
    gate = gate_sentence(missed(practice.indicators.all()))
    if gate and not practice.gate_reason.strip():
        words.append(gate)
    return words


class Sending(ReviewAction):
    """The author's move that begins a round of review; a round that is still open ends with it."""

    move = Move.SUBMIT
    act = Act.WRITE

    def begin(self, workflow: Workflow | None) -> None:
        """Start the first of these stages and write it down."""
        former = WorkflowState.objects.for_instance(self.thing).active().first()
        if former is not None:
            former.cancel(user=self.user)
        if workflow is not None:
            workflow.start(self.thing, self.user)
        self.now = self.now.__class__(self.now.state, None, self.now.is_live)
        self.note(self.what)


class SubmitPractice(Sending):
    """Sends the latest revision through the region's stages, from the first one."""

    what = What.SUBMIT

    def check(self) -> None:
        super().check()
        if self.thing.get_workflow() is None:
            raise ReviewRefused(_("Регион ещё не настроил порядок проверки. Напишите в региональный центр."))
        if not self.thing.latest_revision_id:
            self.thing.save_revision(user=self.user, clean=False)
        self.draft = self.thing.get_latest_revision_as_object()
        if found := obstacles(self.draft):
            raise ReviewRefused(" ".join(found))

    def apply(self) -> None:
        self.begin(self.thing.get_workflow())
        if missed(self.draft.indicators.all()):
            self.reason = self.draft.gate_reason.strip()
            self.note(What.OVERRIDE, self.reason)
        self.tell()


class RecallPractice(ReviewAction):
    """Takes a practice back from review, to change it; only who wrote or sent it."""

    move = Move.RECALL
    act = Act.WRITE
    what = What.RECALL

    def check(self) -> None:
        super().check()
        stage = self.now.stage
        senders = {self.thing.owner_id, stage.workflow_state.requested_by_id if stage else None}
        if self.user is not None and self.user.pk not in senders:
            raise ReviewRefused(_("Отозвать практику может тот, кто её написал или отправил."))

    def apply(self) -> None:
        stage = self.now.stage
        if stage is None:
            return
        stage.outcome = Outcome.RECALLED
        stage.save(update_fields=["outcome"])
        stage.workflow_state.cancel(user=self.user)
        self.note(What.RECALL, self.reason, stage.stage)
        self.tell()
