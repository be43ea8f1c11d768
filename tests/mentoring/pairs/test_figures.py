"""Pairs in numbers: today, a year ago, and silence where nobody knows."""

from datetime import date

import pytest

from mentoring.pairs.enums import PairState
from mentoring.pairs.figures import a_year_before, change_words, pair_figures
from mentoring.pairs.models import Pair
from tests.factories import MentorFactory, PairFactory

TODAY = date(2026, 11, 22)


def words(number: str) -> str:
    return number.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        (12, 1, "На 11 больше, чем год назад"),
        (1000, 2500, "На 1 500 меньше, чем год назад"),
        (5, 5, "Столько же, сколько год назад"),
        (5, None, ""),
    ],
)
def test_a_change_is_said_in_words(now, then, expected):
    assert words(change_words(now, then)) == expected


def test_a_leap_day_has_a_neighbour_the_year_before():
    assert a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.django_db
def test_pairs_of_the_day_are_compared_with_those_of_a_year_ago(municipality, other_municipality):
    mentor = MentorFactory(municipality=municipality)
    for started, ended in ((date(2026, 9, 20), None), (date(2026, 10, 1), None), (date(2025, 9, 1), date(2026, 5, 30))):
        state = PairState.COMPLETED if ended else PairState.ACTIVE
        PairFactory(mentor=mentor, started_on=started, ended_on=ended, state=state)
    PairFactory(mentor=mentor, started_on=date(2025, 9, 1), state=PairState.DRAFT)

    pairs, mentees, organisations = pair_figures(Pair.objects.in_territory(municipality), TODAY)

    assert (pairs.figure, pairs.words, pairs.change) == (2, "пары работают", "На 1 больше, чем год назад")
    assert mentees.voice == "mentee"
    assert organisations.figure == 1
    assert pair_figures(Pair.objects.in_territory(other_municipality), TODAY) == ()


@pytest.mark.django_db
def test_pairs_and_groups_are_counted_apart(municipality):
    mentor = MentorFactory(municipality=municipality)
    for kind in ("individual", "group", "collective"):
        PairFactory(mentor=mentor, started_on=date(2026, 9, 20), state=PairState.ACTIVE, kind=kind)

    tiles = pair_figures(Pair.objects.all(), TODAY)

    assert [(tile.figure, tile.words) for tile in tiles[:2]] == [(1, "пара работает"), (2, "группы работают")]


@pytest.mark.django_db
def test_a_register_younger_than_a_year_says_nothing_of_the_past(municipality):
    PairFactory(mentor=MentorFactory(municipality=municipality), started_on=date(2026, 9, 20), state=PairState.ACTIVE)
    assert {figure.change for figure in pair_figures(Pair.objects.all(), TODAY)} == {""}
