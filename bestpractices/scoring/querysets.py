from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Q

from bestpractices.scoring.enums import COUNTING, ReviewStatus

if TYPE_CHECKING:
    from bestpractices.review.models import StageState
    from bestpractices.scoring.models import Criterion, Expert, ExpertReview  # noqa: F401
    from cms.accounts.territory import User


class CriterionQuerySet(models.QuerySet["Criterion"]):
    """Questions about criteria."""

    def in_use(self) -> CriterionQuerySet:
        """Those by which practices are scored now, in their order."""
        return self.filter(is_active=True).order_by("order", "pk")


class ExpertQuerySet(models.QuerySet["Expert"]):
    """Questions about experts."""

    def by_load(self) -> ExpertQuerySet:
        """Those who can be asked, the least busy first; among equals, who has scored least in all."""
        return (
            self.filter(is_active=True)
            .annotate(
                busy=Count("reviews", filter=Q(reviews__status=ReviewStatus.ASKED)),
                done=Count("reviews", filter=Q(reviews__status=ReviewStatus.SCORED)),
            )
            .order_by("busy", "done", "pk")
        )


class ExpertReviewQuerySet(models.QuerySet["ExpertReview"]):
    """Questions about experts' work."""

    def at(self, state: StageState) -> ExpertReviewQuerySet:
        """Of one practice at one stage."""
        return self.filter(state_id=state.pk)

    def counting(self) -> ExpertReviewQuerySet:
        """Those of experts who were not replaced."""
        return self.filter(status__in=COUNTING)

    def asked(self) -> ExpertReviewQuerySet:
        """Those that wait for scores."""
        return self.filter(status=ReviewStatus.ASKED)

    def scored(self) -> ExpertReviewQuerySet:
        """Those with scores."""
        return self.filter(status=ReviewStatus.SCORED)

    def of_user(self, user: User) -> ExpertReviewQuerySet:
        """Those of the expert who signs in with this account."""
        return self.filter(expert__user_id=user.pk)

    def with_scores(self) -> ExpertReviewQuerySet:
        """With everything that totals and averages read."""
        return self.select_related("expert__user", "expert__municipality").prefetch_related("scores__criterion")
