"""What is done outside of a stage: withdrawn from the site, brought back to work, a remark ticked off."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction

from bestpractices.journal.enums import What
from bestpractices.practices.models import PracticePage
from bestpractices.review.actions import ReviewAction, ReviewRefused
from bestpractices.review.enums import Move, Outcome
from bestpractices.review.grants import Act
from bestpractices.review.models import Remark
from bestpractices.review.verdict_rights import may_reopen
from cms.accounts.territory import User


class WithdrawPractice(ReviewAction):
    """Takes a published practice off the site, with a reason; back leads only a new review."""

    move = Move.WITHDRAW
    act = Act.WITHDRAW
    what = What.WITHDRAW

    def check(self) -> None:
        super().check()
        self.require_reason()

    def apply(self) -> None:
        UnpublishPageAction(self.thing, user=self.user).execute(skip_permission_checks=True)
        self.note(What.WITHDRAW, self.reason)
        self.tell()


class ReopenPractice(ReviewAction):
    """Lets the author work on a rejected practice again; whoever may reject it at its stage may take that back."""

    move = Move.REOPEN
    act = Act.WITHDRAW
    what = What.REOPEN

    def check_permission(self) -> None:
        if self.user is not None and not may_reopen(self.user, self.thing, self.now.stage):
            super().check_permission()

    def check(self) -> None:
        super().check()
        self.require_reason()

    def apply(self) -> None:
        stage = self.now.stage
        if stage is not None:
            stage.outcome = Outcome.REOPENED
            stage.save(update_fields=["outcome"])
        self.note(What.REOPEN, self.reason)
        self.tell()


class ResolveRemark(ReviewAction):
    """Ticks a remark off as done."""

    act = Act.WRITE
    move = Move.SUBMIT
    what = What.RESOLVE
    log_action = "duet.practice.resolve"

    def __init__(self, practice: PracticePage, user: User, remark_id: int) -> None:
        super().__init__(practice, user)
        self.remark_id = remark_id

    def check(self) -> None:
        found = Remark.objects.about(self.thing).open().told().filter(pk=self.remark_id).first()
        if found is None:
            raise ReviewRefused(_("Такого замечания к этой практике нет, или оно уже исправлено."))
        if self.now.is_under_review:
            raise ReviewRefused(_("Практика на проверке: замечания отмечают, пока она у автора."))
        self.remark = found

    def apply(self) -> None:
        self.remark.resolved_at = timezone.now()
        self.remark.save(update_fields=["resolved_at"])
        self.note(What.RESOLVE, f"{self.remark.get_part_display()}: {self.remark.words}"[:300])
