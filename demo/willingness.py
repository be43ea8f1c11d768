"""Whom a mentor takes and how: directions, audiences, the mentee's experience and category, forms, meetings, places."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from cms.territories.enums import OrganisationKind
from demo.dice import weighted
from demo.words import words
from mentoring.bank.enums import Category, Meeting, MenteeExperience, MentoringForm, MentoringKind, Person

_DIRECTIONS = (
    ("lesson-design", 20.0), ("class-management", 17.0), ("extracurricular", 14.0), ("exams", 12.0),
    ("assessment", 7.0), ("inclusion", 7.0), ("gifted", 6.0), ("digital", 7.0), ("functional-literacy", 6.0),
    ("underachievers", 6.0),
    ("parents", 6.0), ("projects", 5.0), ("discipline", 5.0), ("certification", 4.0), ("career-guidance", 2.5),
)  # fmt: skip
_EXAM_SUBJECTS = frozenset(
    words("""
        russian literature english german french chinese mathematics informatics physics chemistry biology
        geography history social-studies
    """)
)
_NOT_FOR_SMALL_CHILDREN = frozenset(
    words("exams class-management discipline career-guidance underachievers assessment projects extracurricular")
)
_AUDIENCES = (
    ("young-teacher", 62.0), ("newcomer", 24.0), ("no-modern-technology", 12.0), ("returning", 8.0), ("student", 13.0),
    ("pupil", 5.0),
)  # fmt: skip
_TAKES_PUPILS = frozenset({Person.PUPIL, Person.STUDENT, Person.GRADUATE, Person.EMPLOYER, Person.PARENT})


def _some(rng: random.Random, choices: Sequence[tuple[str, float]], count: int) -> tuple[str, ...]:
    """Up to ``count`` different values by weight, in the order of the choices."""
    picked = {weighted(rng, choices) for _ in range(count)}
    return tuple(value for value, _ in choices if value in picked)


def choose_directions(rng: random.Random, kind: str, subjects: tuple[str, ...], who: str) -> tuple[str, ...]:
    """One to four directions that fit the subject and the organisation."""
    if who in _TAKES_PUPILS:
        return _some(rng, (("projects", 3.0), ("career-guidance", 3.0), ("extracurricular", 2.0), ("gifted", 1.0)), 2)
    small = kind == OrganisationKind.KINDERGARTEN or subjects[0] == "preschool"
    fitting = [
        (code, share)
        for code, share in _DIRECTIONS
        if not (small and code in _NOT_FOR_SMALL_CHILDREN)
        and not (code == "exams" and subjects[0] not in _EXAM_SUBJECTS)
    ]
    return _some(rng, fitting, weighted(rng, ((1, 30), (2, 40), (3, 22), (4, 8))))


def choose_audiences(rng: random.Random, who: str, kind: str) -> tuple[str, ...]:
    """Whom the mentor takes: mostly beginners; those who are not teachers take pupils."""
    if who in _TAKES_PUPILS:
        return ("pupil",) if who != Person.STUDENT or rng.random() < 0.7 else ("student", "pupil")
    colleagues = _AUDIENCES[:-1] if kind == OrganisationKind.KINDERGARTEN else _AUDIENCES
    return _some(rng, colleagues, weighted(rng, ((1, 55), (2, 33), (3, 12))))


def mentee_experience(rng: random.Random, audiences: tuple[str, ...]) -> tuple[str, ...]:
    """The bands of the mentees' experience that follow from whom the mentor takes; none for pupils."""
    bands: set[str] = set()
    if {"young-teacher", "student"} & set(audiences):
        bands.add(MenteeExperience.UP_TO_3)
        if rng.random() < 0.4:
            bands.add(MenteeExperience.UP_TO_10)
    if {"newcomer", "returning"} & set(audiences):
        bands.update((MenteeExperience.UP_TO_10, MenteeExperience.FROM_11))
    if "no-modern-technology" in audiences:
        bands.update((MenteeExperience.FROM_21, MenteeExperience.FROM_31))
    return tuple(str(band) for band in MenteeExperience if band in bands)


def mentee_categories(rng: random.Random, audiences: tuple[str, ...]) -> tuple[str, ...]:
    """The categories of the mentees; none for pupils."""
    if set(audiences) == {"pupil"}:
        return ()
    categories = {Category.NONE}
    if set(audiences) & {"newcomer", "no-modern-technology", "returning"} or rng.random() < 0.2:
        categories.add(Category.FIRST)
    return tuple(str(category) for category in Category if category in categories)


@dataclass(frozen=True, slots=True)
class Way:
    """How the mentor works: forms, kinds, meetings and places."""

    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    meetings: tuple[str, ...]
    places: int


def choose_way(rng: random.Random, is_remote: bool) -> Way:
    """The way of work; people from remote territories meet at a distance more often."""
    distance = rng.random() < (0.68 if is_remote else 0.42)
    in_person = not distance or rng.random() < 0.82
    meetings = [Meeting.IN_PERSON] if in_person else []
    forms = {weighted(rng, ((MentoringForm.CLASSIC, 74), (MentoringForm.PARTNER, 26)))}
    if distance:
        meetings.append(Meeting.DISTANCE)
        forms.add(MentoringForm.VIRTUAL)
    if not in_person and rng.random() < 0.6:
        forms = {MentoringForm.VIRTUAL}
    places = weighted(rng, ((1, 50), (2, 32), (3, 13), (4, 5)))
    kinds = {MentoringKind.INDIVIDUAL} if places < 3 or rng.random() < 0.5 else set()
    if (places > 1 and rng.random() < 0.35) or not kinds:
        kinds.add(weighted(rng, ((MentoringKind.GROUP, 7), (MentoringKind.COLLECTIVE, 3))))
    return Way(
        tuple(str(form) for form in MentoringForm if form in forms),
        tuple(str(kind) for kind in MentoringKind if kind in kinds),
        tuple(map(str, meetings)),
        places,
    )
