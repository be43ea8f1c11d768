"""Who teaches what a place does not teach works in another one near by: no musician in a sports school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cms.territories.enums import OrganisationKind
from demo.parents import SCHOOLS
from demo.shapes import DemoMentor, DemoOrganisation
from demo.teaching import position
from mentoring.bank.enums import Person

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

    A colleague from a school takes the place of whoever leaves, while there is one of the profile. Employers who are
    friends of a school have no subject of it: trades are taught in colleges.
    """
    by_code = {place.code: place for place in places}
    placed = [_without_trades(mentor, by_code[mentor.organisation]) for mentor in mentors]
    for index, mentor in enumerate(placed):
        place = by_code[mentor.organisation]
        if _fits(mentor, place):
            continue
        colleague = next((other for other, it in enumerate(placed) if _may_come(it, by_code, place)), None)
        if colleague is None:
            home = _near(mentor, place, places)
        else:
            comer = placed[colleague]
            home = comer.organisation
            post = position(place.kind, comer.subjects)
            placed[colleague] = replace(comer, organisation=place.code, position=post)
        placed[index] = replace(mentor, organisation=home)
    return tuple(placed)


def _without_trades(mentor: DemoMentor, place: DemoOrganisation) -> DemoMentor:
    is_friend = mentor.who == Person.EMPLOYER and place.kind != OrganisationKind.COLLEGE
    return replace(mentor, subjects=()) if is_friend else mentor


def _fits(mentor: DemoMentor, place: DemoOrganisation) -> bool:
    taught = taught_in(place)
    return taught is None or not mentor.subjects or mentor.subjects[0] in taught


def _may_come(mentor: DemoMentor, by_code: dict[str, DemoOrganisation], place: DemoOrganisation) -> bool:
    """Whether a teacher of a school of the municipality could as well work in the place."""
    if mentor.who != Person.TEACHER or mentor.municipality != place.municipality or not mentor.subjects:
        return False
    return by_code[mentor.organisation].kind in SCHOOLS and mentor.subjects[0] in (taught_in(place) or ())


def _near(mentor: DemoMentor, place: DemoOrganisation, places: Sequence[DemoOrganisation]) -> str:
    """The code of another place that fits; where none for free time does, of a school, which has circles as well."""
    fitting = [it for it in places if it.municipality == mentor.municipality and _fits(mentor, it)]
    near = [it for it in fitting if it.kind == place.kind] or [it for it in fitting if it.kind in SCHOOLS]
    return near[mentor.number % len(near)].code
