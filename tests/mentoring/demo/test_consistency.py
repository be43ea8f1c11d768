"""The invented region bears reading: people fit their schools, figures fit last year's, no text is told twice."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from cms.territories.enums import OrganisationKind
from demo.fitting_places import taught_in
from demo.practices.pages import fitting_pair
from demo.practices.themes import THEMES
from demo.shapes import DemoMentor, DemoRegion
from demo.site.pictures import COVERS
from mentoring.bank.enums import FINDABLE_STATES, Person
from mentoring.consents.enums import Purpose
from tests.factories import MentorFactory, OrganisationFactory, PairFactory, SubjectFactory
from tests.mentoring.demo.conftest import TODAY

LAST_YEAR = TODAY - timedelta(days=365)


def test_people_teach_what_is_taught_where_they_work(demo: DemoRegion) -> None:
    kinds = {organisation.code: organisation.kind for organisation in demo.organisations}
    for mentor in demo.mentors:
        in_kindergarten = kinds[mentor.organisation] == OrganisationKind.KINDERGARTEN
        if in_kindergarten:
            assert not set(mentor.subjects) & {"mathematics", "physics", "primary", "russian", "history"}, mentor
            assert "класса" not in mentor.position, mentor
        elif mentor.who == Person.TEACHER:
            assert "preschool" not in mentor.subjects, mentor


def test_a_place_with_a_profile_is_not_given_others(demo: DemoRegion) -> None:
    places = {organisation.code: organisation for organisation in demo.organisations}
    profiled = 0
    for mentor in demo.mentors:
        place = places[mentor.organisation]
        if (taught := taught_in(place)) is not None and mentor.subjects:
            profiled += 1
            assert mentor.subjects[0] in taught, (mentor, place)
        if place.kind != OrganisationKind.COLLEGE:
            assert "vocational" not in mentor.subjects, (mentor, place)
    assert profiled > 50


def test_whoever_takes_pupils_works_where_pupils_learn(demo: DemoRegion) -> None:
    kinds = {organisation.code: organisation.kind for organisation in demo.organisations}
    for mentor in demo.mentors:
        assert kinds[mentor.organisation] != OrganisationKind.KINDERGARTEN or "pupil" not in mentor.audiences, mentor
    for pair in demo.pairs:
        assert kinds[pair.organisation] != OrganisationKind.KINDERGARTEN or not pair.mentees_are_minors, pair


def in_bank(mentor: DemoMentor, day: object) -> bool:
    steps = [step for step in mentor.history if step.on <= day]  # type: ignore[operator]
    consents = [consent for consent in mentor.consents if consent.purpose == Purpose.PUBLICATION]
    agreed = any(
        consent.given_on <= day and (consent.valid_until is None or consent.valid_until >= day)  # type: ignore[operator]
        for consent in consents
    )
    return bool(steps) and steps[-1].to_state in FINDABLE_STATES and agreed


def test_bank_and_pairs_grow_by_hundredths_in_a_year(demo: DemoRegion) -> None:
    now, then = (sum(in_bank(mentor, day) for mentor in demo.mentors) for day in (TODAY, LAST_YEAR))
    assert 0.85 * now < then < now

    working = [
        sum(pair.started_on <= day and (pair.ended_on is None or pair.ended_on >= day) for pair in demo.pairs)
        for day in (TODAY, LAST_YEAR)
    ]
    assert 0.75 * working[0] < working[1] < 1.25 * working[0]


def test_no_two_practices_share_a_text() -> None:
    told = [(version.problem or theme.problem, version.aim or theme.aim) for theme in THEMES for version in theme.told]
    titles = [version.title for theme in THEMES for version in theme.told]

    for texts in (*zip(*told, strict=True), titles):
        assert [text for text, number in Counter(texts).items() if number > 1] == []


def test_a_practice_is_told_by_somebody_of_its_subject_and_kind_of_school(db: None) -> None:
    maths, preschool = SubjectFactory(code="mathematics"), SubjectFactory(code="preschool")
    school = OrganisationFactory(kind=OrganisationKind.SCHOOL)
    kindergarten = OrganisationFactory(kind=OrganisationKind.KINDERGARTEN)
    pairs = [
        PairFactory(mentor=MentorFactory(organisation=place, subjects=[subject]), organisation=place)
        for place, subject in ((kindergarten, preschool), (school, SubjectFactory(code="history")), (school, maths))
    ]

    for number in range(5):
        assert fitting_pair(pairs, "teacher-teacher", "mathematics", number) is pairs[2]
        assert fitting_pair(pairs, "teacher-teacher", "preschool", number) is pairs[0]
        assert fitting_pair(pairs, "teacher-teacher", "physics", number).organisation == school


def test_every_cover_has_its_own_page() -> None:
    assert len({(model, slug) for model, slug, _name in COVERS}) == len(COVERS)
