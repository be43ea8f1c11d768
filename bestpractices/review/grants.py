"""Who may do what with practices: the acts that the rows of the matrix (``cms.accounts.grants``) name.

Whatever the matrix says, nobody decides about a text that they wrote, sent or changed last, and a score is given only
by the experts to whom the practice was assigned.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from cms.accounts.enums import Role
from cms.accounts.grants import Keeper, Scope, grants
from cms.accounts.territory import User, reaches

#: The kind under which the matrix of rights knows practices.
PRACTICE = "bestpractices.practicepage"


class Act(StrEnum):
    """What can be done with a practice."""

    READ = "read"  #: its drafts, its remarks, its status line
    READ_SENT = "read_sent"  #: what has been sent to review or published
    WRITE = "write"  #: add, change, send, recall, delete an unpublished one
    CHECK = "check"  #: decide at the municipal stage
    SCORE = "score"  #: be asked as an expert
    ASSIGN = "assign"  #: choose and replace experts, see all scores
    DECIDE = "decide"  #: decide at the stages of the region
    WITHDRAW = "withdraw"  #: take off the site, bring a rejected one back to work
    PUBLISH = "publish"  #: around the review: nobody


def register() -> None:
    """Add the rows of practices to the matrix of rights; the actions of the review answer for them."""
    from bestpractices.practices.models import PracticePage  # the models of the review name these acts

    read = {Act.READ, Act.READ_SENT, Act.WRITE, Act.CHECK}
    everywhere = {Act.READ_SENT, Act.ASSIGN, Act.DECIDE, Act.WITHDRAW}
    grants.register(
        PracticePage,
        {Role.COORDINATOR: read | {Act.WITHDRAW}, Role.METHODIST: read, Role.REGIONAL_CENTRE: everywhere},
        keeper=Keeper.ACTIONS,
    )
    grants.register(PracticePage, {Role.EXPERT: {Act.SCORE}}, scope=Scope.OTHER, keeper=Keeper.ACTIONS)


def may(user: User, act: Act, practice: Any) -> bool:
    """Whether the user may do the act to a practice of this practice's municipality."""
    return may_in(user, act, practice.municipality_id)


def may_in(user: User, act: Act, municipality_id: int | None) -> bool:
    """The same for a place; a superuser may do all that anybody may."""
    return reaches(user, PRACTICE, act, municipality_id)
