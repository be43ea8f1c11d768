"""The table of moves, row by row: what each state allows, where each move leads."""

from __future__ import annotations

import pytest

from bestpractices.journal.models import Decision
from bestpractices.practices.models import PracticePage
from bestpractices.review.actions import ReviewRefused
from bestpractices.review.aftercare import ReopenPractice, WithdrawPractice
from bestpractices.review.enums import MOVES, Move, State
from bestpractices.review.models import Remark, StageState
from bestpractices.review.standing import standing
from bestpractices.review.submitting import RecallPractice, SubmitPractice
from bestpractices.review.verdicts import ApprovePractice, RejectPractice, ReturnPractice, Seen
from cms.accounts.enums import Role
from cms.accounts.seen import stamp
from tests.factories import practices as make
from tests.rights.test_matrix import undone

pytestmark = pytest.mark.django_db


def withdrawn(place, owner):
    practice = make.practice_published(place, owner)
    WithdrawPractice(practice, make.appointed(Role.COORDINATOR, place), "Ошибка в цифрах").execute()
    return PracticePage.objects.get(pk=practice.pk)


MAKERS = {
    State.DRAFT: make.practice_draft,
    State.MUNICIPAL: make.practice_sent,
    State.EXPERTS: make.practice_at_experts,
    State.REGION: make.practice_at_region,
    State.RETURNED: make.practice_returned,
    State.REJECTED: make.practice_rejected,
    State.PUBLISHED: make.practice_published,
    State.WITHDRAWN: withdrawn,
}
VERDICTS = {Move.APPROVE: ApprovePractice, Move.RETURN: ReturnPractice, Move.REJECT: RejectPractice}
#: Where a move leads; every other pair is refused.
LEADS = {
    (State.DRAFT, Move.SUBMIT): State.MUNICIPAL,
    (State.RETURNED, Move.SUBMIT): State.MUNICIPAL,
    (State.PUBLISHED, Move.SUBMIT): State.MUNICIPAL,
    (State.WITHDRAWN, Move.SUBMIT): State.MUNICIPAL,
    (State.MUNICIPAL, Move.APPROVE): State.EXPERTS,
    (State.MUNICIPAL, Move.RETURN): State.RETURNED,
    (State.MUNICIPAL, Move.REJECT): State.REJECTED,
    (State.MUNICIPAL, Move.RECALL): State.DRAFT,
    (State.EXPERTS, Move.APPROVE): State.REGION,
    (State.EXPERTS, Move.RETURN): State.RETURNED,
    (State.EXPERTS, Move.REJECT): State.REJECTED,
    (State.EXPERTS, Move.RECALL): State.DRAFT,
    (State.REGION, Move.APPROVE): State.PUBLISHED,
    (State.REGION, Move.RETURN): State.RETURNED,
    (State.REGION, Move.REJECT): State.REJECTED,
    (State.REGION, Move.RECALL): State.DRAFT,
    (State.REJECTED, Move.REOPEN): State.DRAFT,
    (State.PUBLISHED, Move.WITHDRAW): State.WITHDRAWN,
}


def do(practice, move, owner, place):
    state = standing(practice).state
    if move == Move.SUBMIT:
        SubmitPractice(practice, owner).execute()
    elif move == Move.RECALL:
        RecallPractice(practice, owner).execute()
    elif move in (Move.WITHDRAW, Move.REOPEN):
        action = WithdrawPractice if move == Move.WITHDRAW else ReopenPractice
        action(practice, make.appointed(Role.COORDINATOR, place), "Причина").execute()
    else:
        role = Role.METHODIST if state == State.MUNICIPAL else Role.REGIONAL_CENTRE
        user = make.appointed(role, place if role == Role.METHODIST else None)
        stage = StageState.stages.of(practice).first()
        seen = Seen(stage.pk if stage else 0, stamp(practice.get_latest_revision()))
        VERDICTS[move](practice, user, seen, "Причина", (("steps", "Уточните"),)).execute()


@pytest.mark.parametrize("state", list(State))
def test_every_move_from_a_state(state, municipality, methodist):
    made = MAKERS[state](municipality, methodist)
    assert standing(made).state == state
    for move in Move:
        with undone():
            practice = PracticePage.objects.get(pk=made.pk)
            leads = LEADS.get((state, move))
            if leads is None:
                with pytest.raises(ReviewRefused):
                    do(practice, move, methodist, municipality)
                leads, is_live = state, made.live
            else:
                do(practice, move, methodist, municipality)
                is_live = leads == State.PUBLISHED or (state == State.PUBLISHED and move == Move.SUBMIT)
            after = PracticePage.objects.get(pk=made.pk)
            assert (move, standing(after).state, after.live) == (move, leads, is_live)


def test_the_table_here_says_what_the_table_there_says():
    live_only = {(State.RETURNED, Move.WITHDRAW), (State.REJECTED, Move.WITHDRAW)}
    assert set(LEADS) | live_only == {(state, move) for state, moves in MOVES.items() for move in moves}


def test_a_published_practice_stays_while_its_second_edition_is_checked_and_returned(municipality, methodist):
    practice = make.practice_published(municipality, methodist)
    first = practice.live_revision_id
    practice.title = "Второе издание"
    practice.save_revision(user=methodist)
    SubmitPractice(practice, methodist).execute()
    reader = make.appointed(Role.METHODIST, municipality)
    ReturnPractice(practice, reader, make.seen(practice), remarks=(("aim", "Чья цель?"),)).execute()
    after = PracticePage.objects.get(pk=practice.pk)
    assert after.live
    assert after.live_revision_id == first
    assert after.title == "Один вопрос к уроку"
    assert standing(after).state == State.RETURNED


def test_what_goes_live_is_the_revision_that_was_read(municipality, methodist):
    practice = make.practice_at_region(municipality, methodist)
    read = practice.latest_revision_id
    ApprovePractice(practice, make.appointed(Role.REGIONAL_CENTRE), make.seen(practice)).execute()
    after = PracticePage.objects.get(pk=practice.pk)
    assert after.live_revision_id == read
    published = Decision.objects.about(practice.pk).editions().get()
    assert published.revision_id == read


def test_a_return_needs_a_remark_and_a_rejection_a_reason(municipality, methodist):
    practice = make.practice_sent(municipality, methodist)
    reader = make.appointed(Role.METHODIST, municipality)
    with pytest.raises(ReviewRefused, match="замечание"):
        ReturnPractice(practice, reader, make.seen(practice)).execute()
    with pytest.raises(ReviewRefused, match="причину"):
        RejectPractice(practice, reader, make.seen(practice), "  ").execute()
    assert not Remark.objects.exists()


def test_sending_again_begins_with_the_municipality(municipality, methodist):
    practice = make.practice_at_region(municipality, methodist)
    centre = make.appointed(Role.REGIONAL_CENTRE)
    ReturnPractice(practice, centre, make.seen(practice), remarks=(("risks", "Каких рисков ждать?"),)).execute()
    SubmitPractice(practice, methodist).execute()
    assert standing(PracticePage.objects.get(pk=practice.pk)).state == State.MUNICIPAL
