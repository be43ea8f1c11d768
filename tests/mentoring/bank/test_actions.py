"""The selection moves as its table says, each step is kept, and a refusal changes nothing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from cms.accounts.log_entries import TerritoryLogEntry
from mentoring.bank.actions import ConfirmMentor, Grounds, MoveMentor, MoveRefused, SuspendMentor
from mentoring.bank.enums import SELECTION_TRANSITIONS, SelectionState
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory, PairFactory, TrainingRecordFactory

pytestmark = pytest.mark.django_db

ALL_GROUNDS = Grounds(note="Итог или причина", held_on=timezone.localdate(), held_by="Петрова А. И.")


def in_state(state):
    """A trained mentor in a state, with a pair exactly where the state asks for one."""
    mentor = MentorFactory(trained=True)
    Mentor.objects.filter(pk=mentor.pk).update(selection_state=state)
    mentor.refresh_from_db()
    return mentor


@pytest.mark.parametrize("start", list(SelectionState))
def test_every_move_is_allowed_or_refused_as_the_table_says(start):
    for target in SelectionState:
        mentor = in_state(start)
        pair = PairFactory(mentor=mentor, active=True) if target == SelectionState.PAIRED else None
        move = MoveMentor(mentor, target, None, ALL_GROUNDS)
        if target in SELECTION_TRANSITIONS[start]:
            move.execute()
        else:
            with pytest.raises(MoveRefused):
                move.execute()
        moved = target in SELECTION_TRANSITIONS[start]
        assert Mentor.objects.get(pk=mentor.pk).selection_state == (target if moved else start), (start, target)
        assert mentor.selection_steps.count() == int(moved)
        assert pair is None or pair.pk


def test_a_step_says_who_when_and_why(coordinator, municipality):
    mentor = MentorFactory(municipality=municipality, selection_state=SelectionState.PROPOSED)
    MoveMentor(mentor, SelectionState.INTERVIEW, coordinator, ALL_GROUNDS).execute()
    step = mentor.selection_steps.get()
    assert (step.from_state, step.to_state, step.user) == ("proposed", "interview", coordinator)
    assert (step.held_on, step.held_by) == (ALL_GROUNDS.held_on, "Петрова А. И.")
    entry = TerritoryLogEntry.objects.get(action="duet.mentor.move")
    assert entry.message == "Ход отбора: предложен по критериям → собеседование"
    assert (entry.user, entry.municipality) == (coordinator, municipality)


@pytest.mark.parametrize(
    ("start", "target", "grounds", "words"),
    [
        ("proposed", "interview", Grounds(held_by="Петрова"), "дату собеседования"),
        ("proposed", "interview", Grounds(held_on=timezone.localdate()), "кто проводит"),
        ("interview", "selected", Grounds(), "итог собеседования"),
        ("selected", "trained", Grounds(), "записи об обучении"),
        ("trained", "paired", Grounds(), "нет работающей пары"),
        ("in-bank", "suspended", Grounds(), "причину"),
        ("candidate", "trained", Grounds(), "нельзя перейти"),
    ],
)
def test_a_refusal_says_in_words_what_is_missing(start, target, grounds, words):
    mentor = MentorFactory(selection_state=start)
    with pytest.raises(MoveRefused, match=words):
        MoveMentor(mentor, SelectionState(target), None, grounds).execute()
    assert not mentor.selection_steps.exists()
    assert not TerritoryLogEntry.objects.filter(action="duet.mentor.move").exists()


def test_trained_needs_a_training_record():
    mentor = MentorFactory(selection_state=SelectionState.SELECTED)
    TrainingRecordFactory(mentor=mentor)
    MoveMentor(mentor, SelectionState.TRAINED, None).execute()
    assert Mentor.objects.get(pk=mentor.pk).selection_state == SelectionState.TRAINED


def test_nobody_is_archived_out_of_a_pair():
    mentor = PairFactory(active=True).mentor
    with pytest.raises(MoveRefused, match="завершите"):
        MoveMentor(mentor, SelectionState.ARCHIVED, None).execute()


def test_a_stale_page_moves_from_the_state_of_today():
    """Two people press buttons on the same page: the second is told, nothing is written twice."""
    mentor = MentorFactory(selection_state=SelectionState.CANDIDATE)
    stale = Mentor.objects.get(pk=mentor.pk)
    MoveMentor(mentor, SelectionState.IN_BANK, None).execute()
    with pytest.raises(MoveRefused):
        MoveMentor(stale, SelectionState.IN_BANK, None).execute()
    assert mentor.selection_steps.count() == 1


def test_confirming_brings_a_grey_entry_back(coordinator, municipality):
    mentor = MentorFactory(public=True, grey=True, municipality=municipality)
    ConfirmMentor(mentor, coordinator).execute()
    assert Mentor.objects.public(timezone.localdate()).filter(pk=mentor.pk).exists()
    assert TerritoryLogEntry.objects.filter(action="duet.mentor.confirm", user=coordinator).exists()


def test_suspending_hides_at_once_and_draft_or_not(coordinator, municipality):
    mentor = MentorFactory(public=True, municipality=municipality)
    mentor.save_revision()
    SuspendMentor(mentor, coordinator, "Длительный отпуск").execute()
    assert not Mentor.objects.public(timezone.localdate()).exists()
    mentor.get_latest_revision().publish()
    assert not Mentor.objects.public(timezone.localdate()).exists(), "publishing an old version brings nobody back"


def test_the_right_is_asked_inside_the_action(other_coordinator, municipality):
    mentor = MentorFactory(municipality=municipality)
    with pytest.raises(PermissionDenied):
        SuspendMentor(mentor, other_coordinator, "Чужой").execute()
    assert Mentor.objects.get(pk=mentor.pk).selection_state == SelectionState.IN_BANK
