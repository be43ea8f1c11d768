"""Pairs and groups: every paired mentor has one under way, others have finished ones behind them."""

import random
from datetime import date, timedelta

from demo.consents import end_of_school_year
from demo.dice import stream, weighted
from demo.people.people import Registry
from demo.selection import WITHOUT_PLACES
from demo.shapes import DemoMentor, DemoPair, DemoPerson
from mentoring.bank.enums import MentoringKind, Person, SelectionState
from mentoring.pairs.enums import PairModel, PairState

PAIRS = 2800
#: Pairs that began on a later day of September or October than this one began a year before.
SECOND_YEAR = 22
_MODELS = {
    Person.PUPIL: PairModel.PUPIL_PUPIL,
    Person.STUDENT: PairModel.STUDENT_PUPIL,
    Person.GRADUATE: PairModel.STUDENT_PUPIL,
    Person.EMPLOYER: PairModel.EMPLOYER_PUPIL,
    Person.PARENT: PairModel.EMPLOYER_PUPIL,
}
_FINISHED_FROM = frozenset(
    {SelectionState.PAIRED, SelectionState.TRAINED, SelectionState.SUSPENDED, SelectionState.ARCHIVED}
)


class PairFactory:
    """Draws pairs with their mentees."""

    def __init__(self, today: date, registry: Registry) -> None:
        self._today = today
        self._rng = stream("pairs")
        self._registry = registry

    def under_way(self, mentor: DemoMentor) -> list[DemoPair]:
        """The pairs that hold the mentor's places now; in places without free ones they hold all of them."""
        rng = self._rng
        taken = mentor.places
        if mentor.municipality not in WITHOUT_PLACES:
            taken = weighted(rng, [(count, 6 / count) for count in range(1, mentor.places + 1)])
        sizes = [taken] if taken == 1 or rng.random() < 0.6 else [1, taken - 1]
        state = PairState.ACTIVE if rng.random() < 0.96 else PairState.PAUSED
        day = rng.randint(10, 60)
        # Most pairs work for a second year: the register of last year is nearly as long as this year's.
        start = self._school_year_start(before=day >= SECOND_YEAR) + timedelta(days=day)
        return [self._pair(mentor, size, state, min(start, self._today), None) for size in sizes]

    def finished(self, mentor: DemoMentor) -> DemoPair:
        """A pair of one of the three school years before this one."""
        rng = self._rng
        years = rng.randint(1, 3)
        start = self._school_year_start()
        start = date(start.year - years, 9, rng.randint(10, 30))
        end = date(start.year + 1, rng.choice((5, 5, 6)), rng.randint(12, 28))
        state = weighted(rng, ((PairState.COMPLETED, 92), (PairState.ENDED, 8)))
        if state == PairState.ENDED:
            end = start + timedelta(days=rng.randint(40, 150))
        return self._pair(mentor, weighted(rng, ((1, 75), (2, 18), (3, 7))), state, start, end)

    def _school_year_start(self, *, before: bool = False) -> date:
        return date(end_of_school_year(self._today).year - 1 - before, 9, 1)

    def _pair(self, mentor: DemoMentor, size: int, state: PairState, started: date, ended: date | None) -> DemoPair:
        model = _MODELS.get(Person(mentor.who), PairModel.TEACHER_TEACHER)
        minors = model != PairModel.TEACHER_TEACHER
        return DemoPair(
            mentor=mentor.number,
            organisation=mentor.organisation,
            mentees=tuple(self._mentee(self._rng, minors) for _ in range(size)),
            mentees_are_minors=minors,
            model=str(model),
            kind=str(MentoringKind.INDIVIDUAL if size == 1 else MentoringKind.GROUP),
            state=str(state),
            started_on=started,
            ended_on=ended,
        )

    def _mentee(self, rng: random.Random, is_minor: bool) -> DemoPerson:
        age = rng.randint(11, 17) if is_minor else weighted(rng, (((21, 29), 8), ((30, 55), 2)))
        years = age if isinstance(age, int) else rng.randint(*age)
        return self._registry.draw(self._today.year - years, rng.random() < (0.5 if is_minor else 0.82))


def build_pairs(mentors: tuple[DemoMentor, ...], registry: Registry, today: date) -> tuple[DemoPair, ...]:
    """2,800 pairs: all that are under way, and finished ones for the rest."""
    factory = PairFactory(today, registry)
    pairs = [pair for mentor in mentors if mentor.state == SelectionState.PAIRED for pair in factory.under_way(mentor)]
    veterans = [mentor for mentor in mentors if mentor.state in _FINISHED_FROM]
    chosen = stream("finished pairs").sample(veterans, max(0, PAIRS - len(pairs)))
    return (*pairs, *(factory.finished(mentor) for mentor in chosen))
