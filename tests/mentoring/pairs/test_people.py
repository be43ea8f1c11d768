"""A pair is two people, each once, in one pair at a time; the list leads with those under way."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from mentoring.bank.enums import SelectionState
from mentoring.pairs.actions import CompletePair, EndPair, OpenPair, ReopenPair
from mentoring.pairs.enums import PairState
from mentoring.pairs.models import Pair
from mentoring.pairs.places import PairRefused
from tests.factories import MentorFactory, PairFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/mentoring/pair/"


@pytest.fixture
def client(signed_in, coordinator):
    return signed_in(coordinator)


@pytest.fixture
def mentor(municipality):
    return MentorFactory(municipality=municipality, last_name="Лосева", patronymic="Аркадьевна", places_total=5)


def add(client, mentor, *names, start=None):
    data = {
        "mentor": mentor.pk, "organisation": mentor.organisation_id, "model": "teacher-teacher",
        "kind": "individual", "started_on": f"{start or timezone.localdate():%Y-%m-%d}",
        "mentees-TOTAL_FORMS": len(names), "mentees-INITIAL_FORMS": 0,
    }  # fmt: skip
    for number, name in enumerate(names):
        data |= {f"mentees-{number}-full_name": name, f"mentees-{number}-ORDER": number + 1}
    return client.post(reverse("wagtailsnippets_mentoring_pair:add"), data).content.decode()


def test_a_mentor_is_not_their_own_mentee(client, mentor):
    assert "не может быть в ней наставляемым" in add(client, mentor, "лосева вера аркадьевна")
    assert not Pair.objects.exists()
    pair = PairFactory(mentor=mentor)
    pair.mentees.update(full_name="Вера Аркадьевна Лосева")
    with pytest.raises(PairRefused, match="не может быть"):
        OpenPair(pair, None).execute()


def test_nobody_stands_in_a_pair_twice(client, mentor):
    assert "дважды" in add(client, mentor, "Тарасов Илья Петрович", "Илья Тарасов")
    assert not Pair.objects.exists()


@pytest.mark.parametrize("state", ["active", "paused", "prepared"])
def test_the_same_two_do_not_start_again_while_they_work(client, mentor, state):
    pair = PairFactory(mentor=mentor, **({} if state == "prepared" else {state: True}))
    name = pair.mentees.get().full_name
    assert "сроки пересекаются" in add(client, mentor, name)
    Pair.objects.update(state=PairState.COMPLETED, ended_on=timezone.localdate())
    add(client, mentor, name)
    assert Pair.objects.count() == 2


def test_a_closed_pair_is_not_taken_back_beside_its_follower(mentor):
    closed, follower = PairFactory(mentor=mentor, completed=True), PairFactory(mentor=mentor, active=True)
    follower.mentees.update(full_name=closed.mentees.get().full_name)
    with pytest.raises(PairRefused, match="сроки пересекаются"):
        ReopenPair(closed, None, "По ошибке").execute()


def test_the_form_of_a_pair_does_not_overlap_with_itself(client, mentor):
    add(client, mentor, "Тарасов Илья Петрович")
    pair = Pair.objects.get()
    mentee = pair.mentees.get()
    data = {
        "mentor": mentor.pk, "organisation": mentor.organisation_id, "model": pair.model, "kind": pair.kind,
        "started_on": "2026-01-12", "mentees-TOTAL_FORMS": 1, "mentees-INITIAL_FORMS": 1, "order": "№ 7",
        "mentees-0-id": mentee.pk, "mentees-0-full_name": mentee.full_name, "mentees-0-ORDER": 1,
    }  # fmt: skip
    client.post(reverse("wagtailsnippets_mentoring_pair:edit", args=[pair.pk]), data)
    assert Pair.objects.get().order == "№ 7"


@pytest.mark.parametrize("closing", [CompletePair, EndPair])
def test_a_pair_is_closed_with_the_day_it_really_ended(closing):
    start = timezone.localdate() - timedelta(days=200)
    pair = PairFactory(active=True, started_on=start)
    for day in (start - timedelta(days=1), timezone.localdate() + timedelta(days=1)):
        with pytest.raises(PairRefused):
            closing(pair, None, day, "Переезд").execute()
        assert Pair.objects.get(pk=pair.pk).state == PairState.ACTIVE
    closing(pair, None, start + timedelta(days=60), "Переезд").execute()
    assert Pair.objects.get(pk=pair.pk).ended_on == start + timedelta(days=60)


def test_a_pair_that_would_be_over_already_does_not_begin(mentor):
    yesterday = timezone.localdate() - timedelta(days=1)
    pair = PairFactory(mentor=mentor, started_on=yesterday - timedelta(days=30), ended_on=yesterday)
    with pytest.raises(PairRefused, match="в прошлом"):
        OpenPair(pair, None).execute()
    pair.pk, pair._state.adding = None, True
    with pytest.raises(ValidationError, match="в прошлом"):
        pair.full_clean()


def test_a_mentor_outside_the_bank_is_refused_in_the_form(client, municipality):
    away = MentorFactory(municipality=municipality, selection_state=SelectionState.SUSPENDED)
    assert "пару с ним не заводят" in add(client, away, "Тарасов Илья Петрович")
    assert not Pair.objects.exists()


def test_the_chooser_offers_who_may_take_a_mentee(client, municipality, other_municipality):
    free = MentorFactory(municipality=municipality, last_name="Свободная", places_total=1)
    MentorFactory(municipality=municipality, last_name="Кандидатова", candidate=True)
    MentorFactory(municipality=other_municipality, last_name="Чужая")
    PairFactory(mentor=MentorFactory(municipality=municipality, last_name="Занятая", places_total=1), active=True)
    page = client.get(reverse("mentor_for_pair:choose")).json()["html"]
    assert "Свободная" in page and "1 из 1" in page
    assert not any(name in page for name in ("Кандидатова", "Чужая", "Занятая"))
    form = client.get(reverse("wagtailsnippets_mentoring_pair:add")).content.decode()
    assert reverse("mentor_for_pair:choose") in form
    chosen = client.get(reverse("mentor_for_pair:chosen", args=[free.pk])).json()
    assert chosen["result"]["id"] == str(free.pk)


def test_those_under_way_come_first_with_their_steps_in_the_row(client, municipality):
    start = timezone.localdate() + timedelta(days=40)
    states = [PairState.COMPLETED, PairState.DRAFT, PairState.PAUSED, PairState.ENDED, PairState.ACTIVE]
    for number, state in enumerate(states):
        mentor = MentorFactory(municipality=municipality, last_name=f"Ряд-{state}")
        PairFactory(mentor=mentor, state=state, started_on=start - timedelta(days=number))
    page = client.get(LIST).content.decode()
    order = [PairState.ACTIVE, PairState.PAUSED, PairState.DRAFT, PairState.COMPLETED, PairState.ENDED]
    places = [page.index(f"Ряд-{state}") for state in order]
    assert places == sorted(places)
    active, draft = Pair.objects.get(state="active"), Pair.objects.get(state="draft")
    for name, pair in (("pair_pause", active), ("pair_complete", active), ("pair_end", active), ("pair_open", draft)):
        assert reverse(name, args=[pair.pk]) in page
    assert "только что" not in page


def test_the_list_costs_the_same_for_any_number_of_pairs(client, municipality, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    PairFactory(mentor=MentorFactory(municipality=municipality), active=True)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for _number in range(4):
        PairFactory(mentor=MentorFactory(municipality=municipality), active=True)
    with django_assert_num_queries(len(few)):
        client.get(LIST)
