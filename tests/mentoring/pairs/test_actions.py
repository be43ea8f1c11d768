"""Pairs open, pause and close by their actions, and the mentor's places follow."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from cms.accounts.log_entries import TerritoryLogEntry
from mentoring.bank.enums import SelectionState
from mentoring.bank.models import Mentor
from mentoring.pairs.actions import CompletePair, EndPair, OpenPair, PausePair, PreparePair, ResumePair
from mentoring.pairs.enums import PairState
from mentoring.pairs.models import Pair
from mentoring.pairs.places import NoPlaceLeft, PairRefused
from tests.factories import MentorFactory, PairFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def free(mentor):
    return Mentor.objects.with_places().get(pk=mentor.pk).free


def actions(pair, today):
    return {
        "open": (OpenPair(pair, None), {PairState.DRAFT}, PairState.ACTIVE),
        "prepare": (PreparePair(pair, None, "По ошибке"), {PairState.ACTIVE}, PairState.DRAFT),
        "pause": (PausePair(pair, None, "Отпуск"), {PairState.ACTIVE}, PairState.PAUSED),
        "resume": (ResumePair(pair, None), {PairState.PAUSED}, PairState.ACTIVE),
        "complete": (CompletePair(pair, None, today), {PairState.ACTIVE, PairState.PAUSED}, PairState.COMPLETED),
        "end": (EndPair(pair, None, today, "Переезд"), {PairState.ACTIVE, PairState.PAUSED}, PairState.ENDED),
    }


@pytest.mark.parametrize("name", ["open", "prepare", "pause", "resume", "complete", "end"])
def test_each_action_suits_its_own_states_only(name, today):
    for state in PairState:
        pair = PairFactory(state=state)
        action, suits, target = actions(pair, today)[name]
        if state in suits:
            action.execute()
        else:
            with pytest.raises(PairRefused):
                action.execute()
        assert Pair.objects.get(pk=pair.pk).state == (target if state in suits else state)


def test_places_are_taken_kept_in_a_pause_and_given_back(today):
    mentor = MentorFactory(places_total=2)
    pair = PairFactory(mentor=mentor, mentees=2)
    OpenPair(pair, None).execute()
    assert free(mentor) == 0
    PausePair(pair, None, "Отпуск").execute()
    assert free(mentor) == 0
    ResumePair(pair, None).execute()
    CompletePair(pair, None, today).execute()
    assert free(mentor) == 2
    assert Pair.objects.get(pk=pair.pk).ended_on == today


def test_more_mentees_than_places_are_refused_in_words():
    pair = PairFactory(mentor=MentorFactory(places_total=1), mentees=2)
    with pytest.raises(NoPlaceLeft, match="свободно 1\u00a0место, а наставляемых в паре 2"):
        OpenPair(pair, None).execute()
    assert Pair.objects.get(pk=pair.pk).state == PairState.DRAFT


def test_the_last_place_given_to_another_is_said_so():
    mentor = MentorFactory(places_total=1)
    first, second = PairFactory(mentor=mentor), PairFactory(mentor=mentor)
    OpenPair(first, None).execute()
    with pytest.raises(NoPlaceLeft, match="последнее только что заняли"):
        OpenPair(second, None).execute()


@pytest.mark.parametrize("state", [SelectionState.CANDIDATE, SelectionState.SUSPENDED, SelectionState.ARCHIVED])
def test_a_mentor_outside_the_bank_starts_no_pair(state):
    pair = PairFactory(mentor=MentorFactory(selection_state=state))
    with pytest.raises(PairRefused, match="открыть нельзя"):
        OpenPair(pair, None).execute()


def test_the_selection_follows_the_pairs(today):
    mentor = MentorFactory(trained=True, places_total=2)
    first, second = PairFactory(mentor=mentor), PairFactory(mentor=mentor)
    for pair, state in ((first, SelectionState.PAIRED), (second, SelectionState.PAIRED)):
        OpenPair(pair, None).execute()
        assert Mentor.objects.get(pk=mentor.pk).selection_state == state
    CompletePair(first, None, today).execute()
    assert Mentor.objects.get(pk=mentor.pk).selection_state == SelectionState.PAIRED
    CompletePair(second, None, today).execute()
    assert Mentor.objects.get(pk=mentor.pk).selection_state == SelectionState.TRAINED


def test_a_pair_does_not_start_before_its_first_day(today):
    pair = PairFactory(started_on=today + timedelta(days=48))
    with pytest.raises(PairRefused, match="ещё не наступил"):
        OpenPair(pair, None).execute()
    assert Pair.objects.get().state == PairState.DRAFT


def test_a_pair_begun_by_mistake_is_prepared_again(today):
    mentor = MentorFactory(places_total=1)
    pair = PairFactory(mentor=mentor)
    OpenPair(pair, None).execute()
    with pytest.raises(PairRefused, match="причину"):
        PreparePair(pair, None, " ").execute()
    PreparePair(pair, None, "Начали не ту пару").execute()
    assert free(mentor) == 1
    OpenPair(pair, None).execute()


def test_a_pair_without_mentees_does_not_start():
    with pytest.raises(PairRefused, match="нет наставляемых"):
        OpenPair(PairFactory(mentees=0), None).execute()


def test_a_pair_does_not_end_before_it_began(today):
    pair = PairFactory(active=True)
    with pytest.raises(PairRefused, match="начала работать"):
        CompletePair(pair, None, pair.started_on - timedelta(days=1)).execute()
    with pytest.raises(PairRefused, match="причину"):
        EndPair(pair, None, today).execute()


def test_the_history_tells_it_and_strangers_cannot(coordinator, other_coordinator, municipality):
    pair = PairFactory(mentor=MentorFactory(municipality=municipality))
    with pytest.raises(PermissionDenied):
        OpenPair(pair, other_coordinator).execute()
    assert Pair.objects.get(pk=pair.pk).state == PairState.DRAFT
    OpenPair(pair, coordinator).execute()
    assert TerritoryLogEntry.objects.get(action="duet.pair.open").message == "Пара начала работу"
