"""What an expert does: gives points, or says that it should be somebody else."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext, log
from wagtail.models import TaskState, WorkflowState

from bestpractices.journal.enums import What
from bestpractices.journal.writing import record
from bestpractices.practices.enums import Part
from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Move, Outcome
from bestpractices.review.grants import Act, may
from bestpractices.review.models import Remark, ReviewPolicy, StageState
from bestpractices.review.notices import tell
from bestpractices.scoring.assigning import assign_one
from bestpractices.scoring.conflicts import conflict
from bestpractices.scoring.enums import TOP_POINTS, ReviewStatus
from bestpractices.scoring.models import Criterion, ExpertReview, Score
from bestpractices.scoring.results import stage_results
from cms.accounts.seen import require_seen
from cms.accounts.territory import User
from cms.actions import Action, Refused


class ScoreRefused(Refused):
    """The expert cannot score this practice now."""


class ExpertAction(Action):
    """Acts on one expert's work; ``by_link`` says that the expert came by a personal link instead of an account."""

    what: ClassVar[What]
    #: The history beside a practice's editor is read by its authors: an expert stays unnamed there, not in the journal.
    is_unnamed: ClassVar[bool] = True
    thing: PracticePage

    def __init__(self, review: ExpertReview, user: User | None, *, by_link: bool = False) -> None:
        super().__init__(review.state.page, user)
        self.review = review
        self.by_link = by_link

    def execute(self) -> Any:
        with LogContext(user=None if self.is_unnamed else self.user):
            return super().execute()

    def write_history(self) -> None:
        user = None if self.is_unnamed else self.user
        log(instance=self.thing, action=self.log_action, user=user, data=self.log_data())

    def lock(self) -> None:
        self.thing = PracticePage.objects.select_for_update(of=("self",)).get(pk=self.thing.pk)
        list(WorkflowState.objects.for_instance(self.thing).select_for_update().values_list("pk", flat=True))
        self.review = ExpertReview.objects.select_for_update(of=("self",)).get(pk=self.review.pk)
        self.stage = StageState.stages.select_related("revision").get(pk=self.review.state_id)

    def check_permission(self) -> None:
        """The expert who was asked, and nobody else."""
        if self.by_link:
            return
        if self.user is None or self.review.expert.user_id != self.user.pk or not may(self.user, Act.SCORE, self.thing):
            raise PermissionDenied(_("Эту практику оценивает другой эксперт."))

    def check(self) -> None:
        if self.stage.status != TaskState.STATUS_IN_PROGRESS or self.stage.page_id != self.thing.pk:
            raise ScoreRefused(_("Экспертиза этой практики уже закончена."))
        if self.review.status != ReviewStatus.ASKED:
            raise ScoreRefused(_("Ответ по этой практике уже записан."))

    def note(self, why: str) -> None:
        record(
            self.thing,
            self.what,
            self.user,
            why=why,
            who=self.review.expert.full_name,
            stage=self.stage.stage,
            revision=self.stage.revision,
        )

    def finish(self, status: ReviewStatus, comment: str) -> None:
        self.review.status = status
        self.review.comment = comment
        self.review.finished_at = timezone.now()
        self.review.save(update_fields=["status", "comment", "finished_at"])


class GiveScores(ExpertAction):
    """Records one expert's points, remarks and impression; the last one ends the stage.

    ``points`` names every criterion in use by id; ``seen`` is the stamp of the revision that was read.
    """

    what = What.SCORE
    log_action = "duet.practice.score"

    def __init__(
        self,
        review: ExpertReview,
        user: User | None,
        points: dict[int, int],
        seen: str,
        comment: str = "",
        remarks: tuple[tuple[Part, str], ...] = (),
        *,
        by_link: bool = False,
    ) -> None:
        super().__init__(review, user, by_link=by_link)
        self.points, self.seen, self.comment = points, seen, comment.strip()
        self.remarks = tuple((part, words.strip()) for part, words in remarks if words.strip())

    def check(self) -> None:
        super().check()
        if found := conflict(self.review.expert, self.thing):
            raise ScoreRefused(_("%(why)s Откажитесь от экспертизы: практику передадут другому.") % {"why": found})
        require_seen(self.thing.get_latest_revision(), self.seen)
        wanted = set(Criterion.objects.in_use().values_list("pk", flat=True))
        if set(self.points) != wanted or not all(0 <= value <= TOP_POINTS for value in self.points.values()):
            raise ScoreRefused(_("Поставьте баллы по каждому критерию, от 0 до %(top)s.") % {"top": TOP_POINTS})

    def apply(self) -> None:
        Score.objects.bulk_create(
            Score(review=self.review, criterion_id=criterion, points=points)
            for criterion, points in self.points.items()
        )
        Remark.objects.bulk_create(
            Remark(
                state=self.stage,
                page=self.thing,
                part=part,
                words=words,
                author=None,
                review=self.review,
                is_told=False,
            )
            for part, words in self.remarks
        )
        self.finish(ReviewStatus.SCORED, self.comment)
        self.note(self.comment)
        settle(self.stage)

    def log_data(self) -> dict[str, Any]:
        return {"note": ""}


class DeclineReview(ExpertAction):
    """The expert steps back with a reason; somebody else is asked."""

    what = What.DECLINE
    log_action = "duet.practice.decline"

    def __init__(self, review: ExpertReview, user: User | None, reason: str, *, by_link: bool = False) -> None:
        super().__init__(review, user, by_link=by_link)
        self.reason = reason.strip()

    def check(self) -> None:
        super().check()
        if not self.reason:
            raise ScoreRefused(_("Напишите в двух словах, почему. Методист передаст практику другому эксперту."))

    def apply(self) -> None:
        self.finish(ReviewStatus.DECLINED, self.reason)
        self.note(self.reason)
        assign_one(self.stage, is_third=self.review.is_third)
        settle(self.stage)


class ReplaceExpert(ExpertAction):
    """The regional centre takes a silent expert off and asks the next one."""

    what = What.DECLINE
    is_unnamed = False
    log_action = "duet.practice.replace"

    def __init__(self, review: ExpertReview, user: User | None, reason: str) -> None:
        super().__init__(review, user)
        self.reason = reason.strip()

    def check_permission(self) -> None:
        if self.user is None or not may(self.user, Act.ASSIGN, self.thing):
            raise PermissionDenied(_("Экспертов меняет региональный центр."))

    def check(self) -> None:
        super().check()
        if not self.reason:
            raise ScoreRefused(_("Напишите причину замены: она останется в журнале."))

    def apply(self) -> None:
        self.finish(ReviewStatus.REPLACED, self.reason)
        self.note(self.reason)
        assign_one(self.stage, is_third=self.review.is_third)
        settle(self.stage)


def settle(stage: StageState) -> None:
    """End the stage when every expert has answered and enough have scored; a large gap calls a third first."""
    reviews = ExpertReview.objects.at(stage)
    policy = ReviewPolicy.current()
    if reviews.asked().exists() or reviews.scored().count() < policy.experts_needed:
        return
    has_third = reviews.counting().filter(is_third=True).exists()
    if stage_results(stage).spread > policy.gap and not has_third and assign_one(stage, is_third=True) is not None:
        return
    stage.outcome = Outcome.APPROVED
    stage.save(update_fields=["outcome"])
    Remark.objects.filter(state=stage).update(is_told=True)
    stage.approve(user=None)
    tell(stage.page, Move.APPROVE, by=None)
