"""5,401 mentors: each drawn from the organisation outwards, so that place, post, subject and text agree."""

import random
from datetime import date

from cms.territories.enums import OrganisationKind
from demo import materials
from demo.careers import Career, choose_career, special_categories
from demo.consents import choose_consents
from demo.dice import stream, weighted
from demo.fitting_places import placed_where_they_fit
from demo.organisations import shares
from demo.parents import settled_in_schools
from demo.people.people import Registry
from demo.roles import choose_age, choose_who, role_position
from demo.selection import choose_selection
from demo.shapes import DemoMentor, DemoMunicipality, DemoOrganisation
from demo.teaching import choose_is_female, choose_subjects, position
from demo.texts.compose import Composer, Speaker
from demo.willingness import (
    choose_audiences,
    choose_directions,
    choose_way,
    mentee_categories,
    mentee_experience,
)
from mentoring.bank.enums import Category, ExperienceBand, Level, Meeting, Person

MENTORS = 5401
_NO_CAREER = Career(0, "", "", "", False)
_LEVELS = ((Level.MUNICIPAL, 70), (Level.ORGANISATION, 26), (Level.REGIONAL, 4))


class MentorFactory:
    """Draws mentors one by one; one factory makes the whole region, so names and texts know of each other."""

    def __init__(self, today: date, remote: frozenset[str], registry: Registry) -> None:
        self._today = today
        self._remote = remote
        self._rng = stream("mentors")
        self._registry = registry
        self._composer = Composer(stream("texts"))

    def draw(self, number: int, organisation: DemoOrganisation) -> DemoMentor:
        """The mentor with the number, who works in the organisation."""
        rng, kind = self._rng, organisation.kind
        who = choose_who(rng, kind)
        subjects = _subjects(rng, kind, who)
        is_teacher = who == Person.TEACHER
        career = choose_career(rng) if is_teacher else _career_of(rng, who)
        age = career.years + rng.randint(22, 26) if is_teacher else choose_age(rng, who)
        is_female = choose_is_female(rng, subjects[0])
        person = self._registry.draw(self._today.year - age, is_female)
        directions = choose_directions(rng, kind, subjects, who)
        audiences = choose_audiences(rng, who, kind)
        way = choose_way(rng, organisation.municipality in self._remote)
        selection = choose_selection(rng, who, organisation.municipality, self._today)
        case_title, case_url = materials.case(rng, subjects[0], number) if is_teacher else ("", "")
        speaker = Speaker(
            who=str(who),
            is_female=is_female,
            subjects=subjects,
            directions=directions,
            audiences=audiences,
            in_person=Meeting.IN_PERSON in way.meetings,
            distance=Meeting.DISTANCE in way.meetings,
            in_kindergarten=kind == OrganisationKind.KINDERGARTEN,
        )
        return DemoMentor(
            number=number,
            person=person,
            who=str(who),
            is_minor=who == Person.PUPIL,
            organisation=organisation.code,
            municipality=organisation.municipality,
            position=position(kind, subjects) if is_teacher else role_position(rng, who, kind, is_female, age),
            subjects=subjects if is_teacher or who == Person.HEAD or rng.random() < 0.5 else (),
            directions=directions,
            audiences=audiences,
            experience_band=career.band,
            category=career.category,
            special_categories=special_categories(number, career),
            mentee_experience=mentee_experience(rng, audiences),
            mentee_categories=mentee_categories(rng, audiences),
            forms=way.forms,
            kinds=way.kinds,
            meetings=way.meetings,
            places=way.places,
            honours=career.honours,
            is_honoured=career.is_honoured,
            about=self._composer.about(speaker),
            case_title=case_title,
            case_url=case_url,
            portfolio=materials.portfolio(rng, number) if is_teacher else (),
            email=materials.email(person, organisation, number),
            page_url=materials.page(rng, person, organisation) if is_teacher else "",
            source=selection.source,
            level=str(weighted(rng, _LEVELS)),
            state=selection.state,
            history=selection.history,
            trainings=selection.trainings,
            confirmed_on=selection.confirmed_on,
            consents=choose_consents(rng, self._today),
        )


def _subjects(rng: random.Random, kind: str, who: Person) -> tuple[str, ...]:
    """The subjects of a teacher; one subject at hand for others."""
    if who == Person.EMPLOYER:
        return ("vocational",)
    subjects = choose_subjects(rng, kind)
    return subjects if who in (Person.TEACHER, Person.HEAD) else subjects[:1]


def _career_of(rng: random.Random, who: Person) -> Career:
    """Heads of organisations were teachers once; other people have no pedagogical experience to show."""
    if who != Person.HEAD:
        return _NO_CAREER
    band = weighted(rng, ((ExperienceBand.FROM_11, 3), (ExperienceBand.FROM_21, 5), (ExperienceBand.FROM_31, 3)))
    category = weighted(rng, ((Category.HIGHEST, 6), (Category.FIRST, 3)))
    return Career(20, str(band), str(category), "", False)


def build_mentors(
    municipalities: tuple[DemoMunicipality, ...],
    organisations: tuple[DemoOrganisation, ...],
    registry: Registry,
    today: date,
) -> tuple[DemoMentor, ...]:
    """All mentors, organisation by organisation."""
    remote = frozenset(municipality.code for municipality in municipalities if municipality.is_remote)
    factory = MentorFactory(today, remote, registry)
    counts = shares([organisation.weight for organisation in organisations], MENTORS, least=2)
    homes = [organisation for organisation, count in zip(organisations, counts, strict=True) for _ in range(count)]
    drawn = [factory.draw(number, organisation) for number, organisation in enumerate(homes, start=1)]
    return placed_where_they_fit(settled_in_schools(drawn, organisations), organisations)
