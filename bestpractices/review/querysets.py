from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from wagtail.models import TaskState

if TYPE_CHECKING:
    from bestpractices.practices.models import PracticePage
    from bestpractices.review.enums import Stage
    from bestpractices.review.models import Remark, StageState  # noqa: F401
    from cms.accounts.territory import Territory, User


class StageQuerySet(models.QuerySet["StageState"]):
    """Questions about the stages that practices go through."""

    def under_way(self) -> StageQuerySet:
        """Those that wait for a decision now."""
        return self.filter(status=TaskState.STATUS_IN_PROGRESS)

    def at(self, stage: Stage) -> StageQuerySet:
        """Those of one kind."""
        return self.filter(stage=stage)

    def of(self, practice: PracticePage) -> StageQuerySet:
        """The stages of a practice, the latest first."""
        return self.filter(page_id=practice.pk).order_by("-pk")

    def inside(self, territory: Territory) -> StageQuerySet:
        """Those of practices whose municipality lies inside."""
        inside: StageQuerySet = territory.restrict(self, "page__municipality")  # type: ignore[assignment]
        return inside

    def not_written_by(self, user: User) -> StageQuerySet:
        """Those about whose text the user may decide: not sent, owned or last changed by them."""
        return (
            self.exclude(revision__user_id=user.pk)
            .exclude(page__owner_id=user.pk)
            .exclude(workflow_state__requested_by_id=user.pk)
        )

    def sent_by(self, user: User) -> StageQuerySet:
        """Those whose practice the user owns or sent."""
        return self.filter(models.Q(page__owner_id=user.pk) | models.Q(workflow_state__requested_by_id=user.pk))

    def for_rows(self) -> StageQuerySet:
        """Everything that a row of a queue says, in a constant number of queries."""
        return self.select_related("page__municipality", "page__organisation", "task", "workflow_state__requested_by")


class RemarkQuerySet(models.QuerySet["Remark"]):
    """Questions about remarks."""

    def about(self, practice: PracticePage) -> RemarkQuerySet:
        """Those to a practice, in the order in which they were made."""
        return self.filter(page_id=practice.pk).select_related("author").order_by("pk")

    def open(self) -> RemarkQuerySet:
        """Those that nobody has marked as done."""
        return self.filter(resolved_at=None)

    def told(self) -> RemarkQuerySet:
        """Those that the author sees: an expert's are shown when the stage is over."""
        return self.filter(is_told=True)
