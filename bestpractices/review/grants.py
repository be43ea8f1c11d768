"""Who may do what with practices, as one readable table: role → act → whose practices.

Pages have no line in ``cms.accounts.grants``: their rights are these. ``OWN`` is a practice of the municipality of the
appointment, ``OTHER`` one of any other municipality, ``ALL`` both. Whatever the table says, nobody decides about a text
that they wrote, sent or changed last, and a score is given only by the experts to whom the practice was assigned.
Tests generate the matrix from this table.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.accounts.territory import User, appointments_of


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


class Whose(StrEnum):
    """Whose practices an act reaches."""

    OWN = "own"
    OTHER = "other"
    ALL = "all"


PRACTICE_GRANTS: dict[Role, dict[Act, Whose]] = {
    Role.TEACHER: {},
    Role.COORDINATOR: {
        Act.READ: Whose.OWN,
        Act.READ_SENT: Whose.OWN,
        Act.WRITE: Whose.OWN,
        Act.CHECK: Whose.OWN,
        Act.WITHDRAW: Whose.OWN,
    },
    Role.METHODIST: {
        Act.READ: Whose.OWN,
        Act.READ_SENT: Whose.OWN,
        Act.WRITE: Whose.OWN,
        Act.CHECK: Whose.OWN,
    },
    Role.EXPERT: {Act.SCORE: Whose.OTHER},
    Role.EDITOR: {},
    Role.REGIONAL_CENTRE: {
        Act.READ_SENT: Whose.ALL,
        Act.ASSIGN: Whose.ALL,
        Act.DECIDE: Whose.ALL,
        Act.WITHDRAW: Whose.ALL,
    },
}


def may(user: User, act: Act, practice: Any) -> bool:
    """Whether the user may do the act to a practice of this practice's municipality."""
    return may_in(user, act, practice.municipality_id)


def may_in(user: User, act: Act, municipality_id: int | None) -> bool:
    """The same for a place; a superuser may do all that anybody may."""
    if getattr(user, "is_superuser", False) and user.is_active:
        return any(act in acts for acts in PRACTICE_GRANTS.values())
    return any(
        _reaches(PRACTICE_GRANTS[Role(role)].get(act), role, place, municipality_id)
        for role, place in appointments_of(user)
    )


def _reaches(whose: Whose | None, role: str, place: int | None, municipality_id: int | None) -> bool:
    if whose is None:
        return False
    if whose == Whose.ALL or role in REGION_WIDE_ROLES:
        return True
    return (place == municipality_id) == (whose == Whose.OWN) and municipality_id is not None
