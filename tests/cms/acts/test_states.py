"""The state of an act on any day comes from relations and dates, and reaches those that rest on it."""

from datetime import date, timedelta

import pytest

from cms.acts.enums import ActState, RelationKind
from cms.acts.graph import ActGraph
from tests.factories.acts import make_act

pytestmark = pytest.mark.django_db
BEFORE, LATER = date(2024, 3, 15), date(2024, 9, 1)


def state(act, on):
    return ActGraph.load().state(act.pk, act.begins, on)


def test_an_act_is_in_force_from_its_day():
    act = make_act()

    assert state(act, act.date) == ActState.IN_FORCE
    assert state(act, act.date - timedelta(days=1)) == ActState.FUTURE


def test_an_amendment_changes_it_from_its_own_day():
    act = make_act()
    make_act("176-о", date=date(2024, 8, 30), relations=[(RelationKind.AMENDS, act)])

    assert state(act, date(2024, 8, 29)) == ActState.IN_FORCE
    assert state(act, date(2024, 8, 30)) == ActState.CHANGED


def test_a_cancellation_ends_it_from_the_day_that_the_relation_names():
    act = make_act()
    make_act("9-о", date=BEFORE, relations=[(RelationKind.CANCELS, act, LATER)])

    assert state(act, BEFORE) == ActState.IN_FORCE
    assert state(act, LATER) == ActState.CANCELLED


def test_a_cancellation_of_single_points_is_a_change():
    act = make_act()
    make_act("9-о", date=BEFORE, relations=[(RelationKind.CANCELS, act, None, "пункт 2")])

    assert state(act, LATER) == ActState.CHANGED


def test_a_draft_changes_nothing_and_a_withdrawn_page_no_longer():
    act = make_act()
    canceller = make_act("9-о", date=BEFORE, live=False, relations=[(RelationKind.CANCELS, act)])
    assert state(act, LATER) == ActState.IN_FORCE

    canceller.get_latest_revision().publish()
    assert state(act, LATER) == ActState.CANCELLED

    canceller.refresh_from_db()
    canceller.unpublish()
    assert state(act, LATER) == ActState.IN_FORCE


def test_a_lost_ground_is_known_through_other_acts():
    federal = make_act("Р-145", date=date(2019, 12, 25))
    regional = make_act("412-п", date=date(2021, 6, 14), relations=[(RelationKind.RESTS_ON, federal)])
    school = make_act("97-к", date=date(2023, 9, 21), relations=[(RelationKind.IMPLEMENTS, regional)])
    make_act("1-р", date=LATER, relations=[(RelationKind.CANCELS, federal)])
    graph = ActGraph.load()

    assert graph.lost_grounds(school.pk, BEFORE) == []
    [loss] = graph.lost_grounds(school.pk, LATER)
    assert (loss.ground, loss.through) == (federal.pk, (regional.pk,))


def test_a_ring_in_old_data_ends(django_assert_num_queries):
    first = make_act("1")
    second = make_act("2", relations=[(RelationKind.RESTS_ON, first)])
    first.relations.create(kind=RelationKind.RESTS_ON, target=second)

    with django_assert_num_queries(2):
        graph = ActGraph.load()
    assert graph.lost_grounds(first.pk, LATER) == []
