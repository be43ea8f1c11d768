"""The first part of a book: its figures against a count by hand, in a constant number of queries."""

from __future__ import annotations

import random
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bestpractices.adoption.models import Adoption
from bestpractices.yearbook.results import results_of
from mentoring.bank.enums import MentoringKind
from mentoring.pairs.enums import PairModel, PairState
from mentoring.pairs.models import Pair, PairMentee
from mentoring.programmes.stages.enums import ResultKind, StageState
from mentoring.programmes.stages.models import ProgrammeStage, StageResult
from mentoring.school_years import SchoolYear, school_year_of
from tests.factories import DuetProjectFactory, MentorFactory, PairFactory, TrainingRecordFactory
from tests.factories.programmes import make_programme
from tests.factories.yearbooks import MIDDLE, YEAR

pytestmark = pytest.mark.django_db


def random_pairs(rng, schools, number):
    """Pairs of all states over three school years, some of them without an end."""
    mentors = [MentorFactory(organisation=school) for school in schools for _ in range(4)]
    for _ in range(number):
        mentor, state = rng.choice(mentors), rng.choice(list(PairState))
        began = date(2024, 9, 1) + timedelta(days=rng.randrange(900))
        over = state in {PairState.COMPLETED, PairState.ENDED}
        pair = Pair.objects.create(
            mentor=mentor,
            organisation=mentor.organisation,
            model=rng.choice(list(PairModel)),
            kind=rng.choice(list(MentoringKind)),
            state=state,
            started_on=began,
            ended_on=began + timedelta(days=rng.randrange(400)) if over else None,
        )
        PairMentee.objects.bulk_create(
            PairMentee(pair=pair, full_name=f"Петров Пётр {n}") for n in range(rng.randrange(1, 4))
        )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_are_those_of_a_count_by_hand(school, foreign_school, seed):
    random_pairs(random.Random(seed), [school, foreign_school], 60)
    first, last = YEAR.begins, YEAR.ends
    worked = [
        pair
        for pair in Pair.objects.filter(organisation=school)
        if pair.state != PairState.DRAFT
        and pair.started_on <= last
        and (pair.ended_on is None or pair.ended_on >= first)
    ]
    found = results_of(school, YEAR)
    assert found.pairs == sum(pair.kind == MentoringKind.INDIVIDUAL for pair in worked)
    assert found.groups == sum(pair.kind != MentoringKind.INDIVIDUAL for pair in worked)
    assert found.mentors == len({pair.mentor_id for pair in worked})
    assert found.mentees == sum(pair.mentees.count() for pair in worked)
    assert set(found.people) == {pair.mentor_id for pair in worked}
    for line in found.forms:
        own = [pair for pair in worked if str(PairModel(pair.model).label) == line.form]
        over = [pair for pair in own if pair.ended_on and pair.ended_on <= last]
        assert line.worked == len(own)
        assert line.opened == sum(pair.started_on >= first for pair in own)
        assert line.completed == sum(pair.state == PairState.COMPLETED for pair in over)
        assert line.ended == sum(pair.state == PairState.ENDED for pair in over)
        assert line.going_on == len(own) - len(over)
    assert {line.form for line in found.forms} == {str(PairModel(pair.model).label) for pair in worked}


def test_programmes_duets_trainings_and_taken_practices_of_the_year(school, foreign_school):
    programme = make_programme(school, year=2025)
    make_programme(school, year=2024)
    make_programme(foreign_school, year=2025)
    ProgrammeStage.objects.create(programme=programme, number=2, state=StageState.CLOSED, changed_on=MIDDLE)
    StageResult.objects.create(programme=programme, kind=ResultKind.MENTEES, file="a.xlsx", attached_on=MIDDLE)
    TrainingRecordFactory(mentor=MentorFactory(organisation=school), completed_on=MIDDLE)
    TrainingRecordFactory(mentor=MentorFactory(organisation=school), completed_on=date(2024, 1, 1))
    Adoption.objects.create(
        organisation=school,
        practice_title="Одна ошибка",
        practice_id=uuid4(),
        taken_on=MIDDLE,
    )
    found = results_of(school, YEAR)
    assert [(it.title, [(st.title, st.documents) for st in it.closed]) for it in found.programmes] == [
        (programme.title, [("2. База наставляемых", ("база наставляемых",))])
    ]
    assert (found.trained, found.applied) == (1, ("Одна ошибка",))


def test_a_published_duet_of_the_school_is_told_while_both_agree(municipality):
    project = DuetProjectFactory(municipality=municipality, published=True)
    school, year = project.pair.organisation, school_year_of(project.month)
    assert [it.title for it in results_of(school, year).duets] == [project.page.title]
    assert results_of(school, SchoolYear(year.start - 1)).duets == ()
    project.mentee.consents.update(withdrawn_on=date(2020, 1, 1))
    assert results_of(school, year).duets == ()


def test_a_year_without_anything_is_empty(school):
    PairFactory(mentor=MentorFactory(organisation=school), started_on=MIDDLE)  # a draft does not count
    assert results_of(school, YEAR).is_empty


def test_the_number_of_queries_does_not_grow(school):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            results_of(school, YEAR)
        return len(seen)

    random_pairs(random.Random(7), [school], 1)
    make_programme(school, year=2025)
    few = queries()
    random_pairs(random.Random(8), [school], 49)
    for _ in range(3):
        make_programme(school, year=2025)
    assert queries() == few
