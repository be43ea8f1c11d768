"""Which stages wait for a person: the same states of Wagtail's workflow, asked by right and by place."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import WorkflowState

from bestpractices.practices.models import PracticePage
from bestpractices.queues.rows import Row, expert_rows, own_rows, stage_rows
from bestpractices.review.enums import Outcome, Stage, State
from bestpractices.review.grants import PRACTICE, Act
from bestpractices.review.models import ReviewPolicy, StageState
from bestpractices.review.querysets import StageQuerySet
from bestpractices.review.standing import last_stages, standing_after
from bestpractices.scoring.models import ExpertReview
from cms.accounts.territory import Territory, User, territory_of

#: Rows of one queue on a page; the rest is counted in words.
LONGEST = 500


def reach(user: User, act: Act) -> Territory:
    """Where the user may do an act that reaches own practices, or all of them."""
    return territory_of(user, PRACTICE, [act])


@dataclass(frozen=True)
class Queue:
    """One list with its heading; ``empty`` is said where nothing waits."""

    title: str
    rows: list[Row]
    empty: str


def waiting_for(user: User) -> StageQuerySet:
    """The stages whose verdict is this user's to give, the most urgent first."""
    check, decide = reach(user, Act.CHECK), reach(user, Act.DECIDE)
    under_way = StageState.stages.under_way()
    found = under_way.none()
    if check:
        found = found | under_way.at(Stage.MUNICIPAL).inside(check)
    if decide:
        found = found | under_way.at(Stage.REGION).inside(decide)
    return found.not_written_by(user).for_rows().order_by("due_on", "pk")


def at_experts(user: User) -> StageQuerySet:
    """What experts hold, for those who choose them."""
    territory = reach(user, Act.ASSIGN)
    under_way = StageState.stages.under_way().at(Stage.EXPERTS)
    return (under_way.inside(territory) if territory else under_way.none()).for_rows().order_by("due_on", "pk")


def waiting_rows(user: User) -> list[Row]:
    """The rows of what waits for the user."""
    return stage_rows(waiting_for(user)[:LONGEST], user)


def at_experts_rows(user: User) -> list[Row]:
    """The rows of what experts hold."""
    return stage_rows(at_experts(user)[:LONGEST], user)


def scoring_rows(user: User) -> list[Row]:
    """The rows of what the user, as an expert, is asked to score."""
    reviews = ExpertReview.objects.of_user(user).asked().select_related("state__page__municipality", "expert")
    return expert_rows(reviews.order_by("due_on", "pk")[:LONGEST], ReviewPolicy.current().hides_author)


def scored_rows(user: User) -> list[Row]:
    """What the user, as an expert, has scored, the latest first; each row leads to the points that were given."""
    reviews = ExpertReview.objects.of_user(user).scored().select_related("state__page__municipality", "expert")
    return expert_rows(reviews.order_by("-finished_at", "-pk")[:LONGEST], ReviewPolicy.current().hides_author)


def returned_rows(user: User) -> list[Row]:
    """The rows of what came back to the user as its author or sender, with remarks to mend."""
    territory = reach(user, Act.WRITE)
    if not territory:
        return []
    back = StageState.stages.filter(outcome=Outcome.RETURNED, workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES)
    mine = Q(owner_id=user.pk) | Q(pk__in=back.filter(workflow_state__requested_by=user.pk).values("page_id"))
    practices = PracticePage.objects.inside(territory).filter(mine, pk__in=back.values("page_id"))
    found = list(
        practices.select_related("organisation", "owner").order_by("-latest_revision_created_at", "-pk")[:LONGEST]
    )
    last = last_stages(found)
    return own_rows((it for it in found if standing_after(it, last.get(it.pk)).state == State.RETURNED), user)


def own(user: User) -> list[Row]:
    """The rows of the practices of those who write: their municipality's, the latest first."""
    territory = reach(user, Act.WRITE)
    if not territory:
        return []
    practices = PracticePage.objects.inside(territory).select_related("organisation", "owner")
    return own_rows(practices.order_by("-latest_revision_created_at", "-pk")[:LONGEST], user)
