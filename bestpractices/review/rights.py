"""Who reads what of a review, and which moves are theirs: the questions that the views ask."""

from __future__ import annotations

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Move
from bestpractices.review.grants import Act, may
from bestpractices.review.standing import Standing
from bestpractices.review.verdict_rights import may_decide, may_reopen
from cms.accounts.territory import User


def may_read(user: User, practice: PracticePage, now: Standing) -> bool:
    """The municipality reads its own, the regional centre what has been sent; a draft is its authors' alone."""
    if may(user, Act.READ, practice):
        return True
    was_sent = now.stage is not None or practice.live
    return was_sent and may(user, Act.READ_SENT, practice)


def moves_of(user: User, practice: PracticePage, now: Standing) -> set[Move]:
    """What this user may do with the practice now."""
    found = set()
    if may(user, Act.WRITE, practice):
        has_news = practice.has_unpublished_changes or not now.is_live
        if now.allows(Move.SUBMIT) and has_news:
            found.add(Move.SUBMIT)
        sender = now.stage.workflow_state.requested_by_id if now.stage else None
        if now.allows(Move.RECALL) and user.pk in {practice.owner_id, sender}:
            found.add(Move.RECALL)
    if now.allows(Move.WITHDRAW) and may(user, Act.WITHDRAW, practice):
        found.add(Move.WITHDRAW)
    if now.allows(Move.REOPEN) and may_reopen(user, practice, now.stage):
        found.add(Move.REOPEN)
    if now.is_under_review and now.stage is not None and may_decide(practice, now.stage, user):
        found |= {Move.APPROVE, Move.RETURN, Move.REJECT}
    return found
