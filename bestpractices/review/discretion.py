"""What authors learn of the experts who scored their practice: as much as the region's rules say, and not before."""

from __future__ import annotations

from bestpractices.journal.models import DecisionQuerySet
from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Stage
from bestpractices.review.grants import Act, may
from bestpractices.review.models import ReviewPolicy, StageState
from cms.accounts.territory import User


def learns_experts(user: User, practice: PracticePage) -> bool:
    """Whether scores stand under the experts' names: for those who choose them, for others where the rules say so."""
    return may(user, Act.ASSIGN, practice) or not ReviewPolicy.current().hides_expert


def for_authors(decisions: DecisionQuerySet) -> DecisionQuerySet:
    """The lines that a municipality reads; the work of single experts after their stage is over, or never."""
    if ReviewPolicy.current().hides_expert:
        return decisions.without_experts()
    under_way = StageState.stages.under_way().at(Stage.EXPERTS)
    return decisions.without_experts(of_pages=under_way.values("page_id"))
