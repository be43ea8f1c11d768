"""What every verb of the review shares: one practice, its locks, its right, its journal line."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from bestpractices.journal.enums import What
from bestpractices.journal.writing import record
from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Move
from bestpractices.review.grants import Act, may
from bestpractices.review.models import StageState
from bestpractices.review.notices import tell
from bestpractices.review.standing import Standing, standing
from cms.accounts.territory import User
from cms.actions import Action, Refused


class ReviewRefused(Refused):
    """The practice does not go this way now."""


class ReviewAction(Action):
    """Does one move with a practice on behalf of ``user``; ``reason`` goes into the journal and to the author.

    The rows of the page, of the workflow and of the stage are locked in this order, then everything is read again:
    of two verdicts at the same instant the second finds the first one's work. Raises ``ReviewRefused``, or
    ``PermissionDenied`` where the table of grants says no.
    """

    move: ClassVar[Move]
    act: ClassVar[Act]
    what: ClassVar[What]

    thing: PracticePage
    now: Standing

    def __init__(self, practice: PracticePage, user: User | None, reason: str = "") -> None:
        super().__init__(practice, user)
        self.reason = reason.strip()

    @property
    def log_action(self) -> str:  # type: ignore[override]
        return f"duet.practice.{self.move}"

    def lock(self) -> None:
        pk = self.thing.pk
        self.thing = PracticePage.objects.select_for_update(of=("self",)).get(pk=pk)
        list(WorkflowState.objects.for_instance(self.thing).select_for_update().values_list("pk", flat=True))
        list(StageState.stages.of(self.thing).select_for_update(of=("self",)).values_list("pk", flat=True))
        self.now = standing(self.thing)

    def check_permission(self) -> None:
        if self.user is not None and not may(self.user, self.act, self.thing):
            raise PermissionDenied(_("С этой практикой работают в другом муниципалитете или в другой роли."))

    def check(self) -> None:
        if not self.now.allows(self.move):
            raise ReviewRefused(
                _("Сейчас практика в состоянии «%(state)s»: это действие ей не подходит. Обновите страницу.")
                % {"state": self.now.state.label}
            )

    def note(self, what: What, why: str = "", stage: str = "") -> None:
        """Write a line into the journal."""
        revision = self.now.stage.revision if self.now.stage else self.thing.get_latest_revision()
        record(self.thing, what, self.user, why=why, stage=stage, revision=revision)

    def log_data(self) -> dict[str, Any]:
        return {"note": self.reason}

    def tell(self) -> None:
        """Let those know who must act next, and the author."""
        tell(self.thing, self.move, by=self.user, reason=self.reason)

    def require_reason(self) -> None:
        if not self.reason:
            raise ReviewRefused(_("Напишите причину: её прочитает автор, она останется в журнале."))
