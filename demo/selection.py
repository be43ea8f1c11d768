"""Where the mentors stand in the selection, how they came there, what they were trained in, when they confirmed."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from demo.dice import weighted
from demo.shapes import DemoStep, DemoTraining
from mentoring.bank.enums import CandidateSource, Person, SelectionState, TrainingFormat

S = SelectionState
#: Municipalities that have no free place, so that a search there has something to explain.
WITHOUT_PLACES = frozenset({"novoberezhny", "studyonoksky"})

_PATH = (S.CANDIDATE, S.IN_BANK, S.PROPOSED, S.INTERVIEW, S.SELECTED, S.TRAINED, S.PAIRED)
_STATES = (
    (S.PAIRED, 34.0), (S.IN_BANK, 43.0), (S.TRAINED, 9.0), (S.SELECTED, 6.0), (S.PROPOSED, 3.0), (S.INTERVIEW, 2.2),
    (S.CANDIDATE, 1.4), (S.SUSPENDED, 0.7), (S.ARCHIVED, 0.7),
)  # fmt: skip
_WITHOUT_PLACES_STATES = ((S.PAIRED, 97.0), (S.CANDIDATE, 1.5), (S.SUSPENDED, 1.5))
#: Days since the last confirmation: green up to 120, yellow up to 240, grey beyond.
_FRESHNESS = (((0, 60), 58.0), ((61, 120), 26.0), ((121, 235), 14.0), ((245, 420), 2.0))
#: Days since an application: those of less than so many are of this year, all others are moved further back.
RECENT, LONGER = 180, 600
_PROGRAMMES = (
    "Школа наставников: базовый курс",
    "Наставник молодого учителя",
    "Как смотреть урок и говорить о нём",
    "Обратная связь без обид",
    "Наставничество на расстоянии",
    "Диагностика профессиональных дефицитов",
)
_SOURCES = {
    Person.TEACHER: ((CandidateSource.TEACHERS_COUNCIL, 55), (CandidateSource.SELF, 35), (CandidateSource.IMPORT, 10)),
    Person.HEAD: ((CandidateSource.SELF, 60), (CandidateSource.TEACHERS_COUNCIL, 40)),
    Person.STUDENT: ((CandidateSource.SELF, 60), (CandidateSource.NGO, 25), (CandidateSource.GRADUATES, 15)),
    Person.PUPIL: ((CandidateSource.CLASS_HOUR, 100),),
    Person.GRADUATE: ((CandidateSource.GRADUATES, 100),),
    Person.EMPLOYER: ((CandidateSource.PARTNERS, 80), (CandidateSource.NGO, 20)),
    Person.PARENT: ((CandidateSource.PARENTS_MEETING, 100),),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """The selection of one mentor."""

    source: str
    state: str
    history: tuple[DemoStep, ...]
    trainings: tuple[DemoTraining, ...]
    confirmed_on: date


def _history(state: SelectionState, applied: date, today: date) -> tuple[DemoStep, ...]:
    """Every move from the application to the state, evenly spread over the time until today."""
    path = _PATH[: _PATH.index(state) + 1] if state in _PATH else (S.CANDIDATE, S.IN_BANK, state)
    gap = (today - applied).days // max(len(path), 1)
    return tuple(
        DemoStep(str(before), str(after), applied + timedelta(days=gap * number))
        for number, (before, after) in enumerate(pairwise(path), start=1)
    )


def _trainings(rng: random.Random, history: tuple[DemoStep, ...]) -> tuple[DemoTraining, ...]:
    """Nobody becomes «обучен» without a training, finished by that day."""
    return tuple(
        DemoTraining(rng.choice(_PROGRAMMES), str(rng.choice(list(TrainingFormat))), step.on)
        for step in history
        if step.to_state == S.TRAINED
    )


def choose_selection(
    rng: random.Random, who: str, municipality: str, today: date, state: SelectionState | None = None
) -> Selection:
    """The selection of a mentor as of ``today``; ``state`` is drawn when it is not given."""
    states = _WITHOUT_PLACES_STATES if municipality in WITHOUT_PLACES else _STATES
    state = state or weighted(rng, states)
    days = rng.randint(150, 1100)
    # Most came years ago: then the bank of last year is nearly as large as this year's.
    applied = today - timedelta(days=days if days < RECENT else days + LONGER)
    history = _history(state, applied, today)
    return Selection(
        source=str(weighted(rng, _SOURCES[Person(who)])),
        state=str(state),
        history=history,
        trainings=_trainings(rng, history),
        confirmed_on=today - timedelta(days=rng.randint(*weighted(rng, _FRESHNESS))),
    )
