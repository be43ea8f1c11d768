"""Parents who mentor pupils belong to a school: a kindergarten has nobody of an age for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cms.territories.enums import OrganisationKind
from demo.shapes import DemoMentor, DemoOrganisation
from mentoring.bank.enums import Person

SCHOOLS = frozenset({OrganisationKind.SCHOOL, OrganisationKind.GYMNASIUM, OrganisationKind.LYCEUM})


def settled_in_schools(mentors: Sequence[DemoMentor], places: Sequence[DemoOrganisation]) -> tuple[DemoMentor, ...]:
    """The mentors, each parent of a kindergarten in a school of the same municipality; nothing is drawn anew."""
    kinds = {place.code: place.kind for place in places}
    schools: dict[str, list[str]] = {}
    for place in places:
        if place.kind in SCHOOLS:
            schools.setdefault(place.municipality, []).append(place.code)

    def settled(mentor: DemoMentor) -> DemoMentor:
        if mentor.who != Person.PARENT or kinds[mentor.organisation] != OrganisationKind.KINDERGARTEN:
            return mentor
        near = schools[mentor.municipality]
        pupil = f"ученика {mentor.number % 9 + 2} класса"
        position = mentor.position.replace("воспитанника", pupil)
        return replace(mentor, organisation=near[mentor.number % len(near)], position=position, subjects=())

    return tuple(map(settled, mentors))
