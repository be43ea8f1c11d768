"""The verdicts at a stage: approve, return with remarks, reject with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from bestpractices.journal.enums import What
from bestpractices.practices.enums import Part
from bestpractices.practices.models import PracticePage
from bestpractices.review.actions import ReviewAction, ReviewRefused
from bestpractices.review.enums import Move, Outcome, Stage
from bestpractices.review.grants import Act, may
from bestpractices.review.models import Remark, StageState
from bestpractices.review.verdict_rights import ACTS, is_own_text
from cms.accounts.seen import require_seen
from cms.accounts.territory import User


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reviewer had before the eyes: the stage's id and the stamp of the revision."""

    stage_id: int
    revision: str


class Verdict(ReviewAction):
    """Ends the stage that the reviewer was asked about, for the revision that the reviewer read.

    Raises ``AnotherRevision`` where the text has changed meanwhile.
    """

    outcome: Outcome

    def __init__(
        self,
        practice: PracticePage,
        user: User,
        seen: Seen,
        reason: str = "",
        remarks: tuple[tuple[Part, str], ...] = (),
    ) -> None:
        super().__init__(practice, user, reason)
        self.seen = seen
        self.remarks = tuple((part, words.strip()) for part, words in remarks if words.strip())

    @property
    def stage(self) -> StageState:
        """The stage under way; ``check`` has made sure of it."""
        stage = self.now.stage
        if stage is None or stage.pk != self.seen.stage_id or stage.status != TaskState.STATUS_IN_PROGRESS:
            raise ReviewRefused(_("По этой практике уже решили или она на другом этапе. Обновите страницу."))
        return stage

    def check_permission(self) -> None:
        """The right is that of the stage, for this very practice."""
        if self.user is None or not any(may(self.user, act, self.thing) for act in set(ACTS.values())):
            raise PermissionDenied(_("Решение принимают в муниципалитете автора и в региональном центре."))

    def check(self) -> None:
        stage = self.stage
        super().check()
        if self.user is None or not may(self.user, ACTS[Stage(stage.stage)], self.thing):
            raise PermissionDenied(_("На этом этапе решение принимает не ваша роль."))
        if is_own_text(self.thing, stage, self.user):
            raise ReviewRefused(_("Вы писали, отправляли или правили этот текст: решение примет кто-то другой."))
        require_seen(self.thing.get_latest_revision(), self.seen.revision)

    def apply(self) -> None:
        stage = self.stage
        stage.revision = self.thing.get_latest_revision()
        stage.outcome = self.outcome
        stage.save(update_fields=["revision", "outcome"])
        self.write_remarks(stage)
        self.note(self.what, self.reason, stage.stage)
        self.end(stage)
        self.tell()

    def write_remarks(self, stage: StageState) -> None:
        """Keep the remarks; with the end of a stage the author sees those of its experts too."""
        Remark.objects.bulk_create(
            Remark(state=stage, page=self.thing, part=part, words=words, author_id=getattr(self.user, "pk", None))
            for part, words in self.remarks
        )
        Remark.objects.filter(state=stage).update(is_told=True)

    def end(self, stage: StageState) -> Any:
        """End Wagtail's task; the workflow goes on from there."""
        raise NotImplementedError


class ApprovePractice(Verdict):
    """Lets the practice go on; from the last stage, to the site."""

    move = Move.APPROVE
    act = Act.DECIDE
    what = What.APPROVE
    outcome = Outcome.APPROVED

    def check(self) -> None:
        super().check()
        from bestpractices.scoring.results import doubts  # scoring stands above the verbs of the review

        if not self.reason and (found := doubts(self.stage)):
            raise ReviewRefused(_("%(doubts)s Если всё же одобряете, напишите причину.") % {"doubts": " ".join(found)})

    def end(self, stage: StageState) -> None:
        stage.approve(user=self.user, comment=self.reason)


class ReturnPractice(Verdict):
    """Sends it back with remarks to its parts."""

    move = Move.RETURN
    act = Act.DECIDE
    what = What.RETURN
    outcome = Outcome.RETURNED

    def check(self) -> None:
        super().check()
        if not self.remarks:
            raise ReviewRefused(_("Напишите хотя бы одно замечание к разделу: автор поймёт, что исправить."))

    def end(self, stage: StageState) -> None:
        stage.reject(user=self.user, comment=self.reason)


class RejectPractice(Verdict):
    """Ends the review: the practice does not suit, and the author learns why."""

    move = Move.REJECT
    act = Act.DECIDE
    what = What.REJECT
    outcome = Outcome.REJECTED

    def check(self) -> None:
        super().check()
        self.require_reason()

    def end(self, stage: StageState) -> None:
        stage.reject(user=self.user, comment=self.reason)
        stage.workflow_state.refresh_from_db()
        stage.workflow_state.cancel(user=self.user)
