"""Who teaches what a place does not teach works in another one near by: no musician in a sports school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cms.territories.enums import OrganisationKind
from mentoring.bank.enums import Person
from mentoring.demo.parents import SCHOOLS
from mentoring.demo.shapes import DemoMentor, DemoOrganisation

#: A word in the name of a place → the main subjects of those who work there.
_PROFILES = {
    "Спортивная": frozenset({"physical-education"}),
    "искусств": frozenset({"supplementary", "fine-art", "music"}),
    "натуралистов": frozenset({"supplementary", "biology"}),
    "техников": frozenset({"supplementary", "robotics", "technology"}),
}


def taught_in(place: DemoOrganisation) -> frozenset[str] | None:
    """The main subjects of a place for children's free time with one profile; None where there is none."""
    if place.kind != OrganisationKind.EXTRA:
        return None
    return next((subjects for word, subjects in _PROFILES.items() if word in place.short_name), None)


def placed_where_they_fit(mentors: Sequence[DemoMentor], places: Sequence[DemoOrganisation]) -> tuple[DemoMentor, ...]:
    """The mentors, each in a place of the same municipality that teaches their subject; nothing is drawn anew.

    Where no place for free time fits, a school has a circle of the kind. Employers who are friends of a school
    have no subject of it: trades are taught in colleges.
    """
    by_code = {place.code: place for place in places}

    def fits(mentor: DemoMentor, place: DemoOrganisation) -> bool:
        taught = taught_in(place)
        return taught is None or not mentor.subjects or mentor.subjects[0] in taught

    def placed(mentor: DemoMentor) -> DemoMentor:
        place = by_code[mentor.organisation]
        if mentor.who == Person.EMPLOYER and place.kind != OrganisationKind.COLLEGE:
            return replace(mentor, subjects=())
        if fits(mentor, place):
            return mentor
        fitting = [it for it in places if it.municipality == mentor.municipality and fits(mentor, it)]
        near = [it for it in fitting if it.kind == place.kind] or [it for it in fitting if it.kind in SCHOOLS]
        return replace(mentor, organisation=near[mentor.number % len(near)].code)

    return tuple(map(placed, mentors))
