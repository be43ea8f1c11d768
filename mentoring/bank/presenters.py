"""What of a mentor leaves the admin: the single gateway of the public page, the search index and structured data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentoring.bank.enums import IN_PAIRS, Category, ExperienceBand, Freshness, Person
from mentoring.bank.models import Mentor
from mentoring.bank.publicness import consented_fields, next_change, reasons_hidden
from mentoring.consents.enums import PublicField
from mentoring.pairs.enums import HOLDING_STATES

#: The month in which a Russian school year begins.
SCHOOL_YEAR_STARTS = 9


@dataclass(frozen=True, slots=True)
class Named:
    """A value of a reference table: primary key, stable code, and the name that visitors read."""

    pk: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PublicOrganisation:
    """Where a mentor works."""

    pk: int
    code: str
    name: str
    full_name: str
    kind: str
    settlement: str
    site: str
    is_rural: bool
    is_reference: bool


@dataclass(frozen=True, slots=True)
class PublicLink:
    """A link of a portfolio."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class PublicMentor:
    """A mentor as visitors may see them on the day ``on``: what is not consented is empty, field by field.

    The address of the mailbox is not here at all. ``valid_until`` is the first day on which the same entry may have
    to look different (or vanish) although nobody touched it; ``date.max`` if there is none.
    """

    pk: int
    guid: str
    url: str
    on: date
    valid_until: date

    full_name: str
    last_name: str
    first_name: str
    patronymic: str
    person: Person
    position: str
    organisation: PublicOrganisation
    municipality: Named

    subjects: tuple[Named, ...]
    directions: tuple[Named, ...]
    experience_band: ExperienceBand | None
    category: Category | None
    special_categories: tuple[str, ...]

    audiences: tuple[Named, ...]
    mentee_experience: tuple[str, ...]
    mentee_categories: tuple[str, ...]
    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    meetings: tuple[str, ...]
    places_total: int
    places_free: int

    freshness: Freshness
    confirmed_on: date
    #: («2024/25», pairs and groups that began in this school year), the latest year first; drafts do not count.
    pairs_by_year: tuple[tuple[str, int, int], ...]

    about: str
    portrait_id: int | None
    honours: str
    is_honoured: bool
    case_title: str
    case_url: str
    portfolio: tuple[PublicLink, ...]
    page_url: str
    phone: str
    can_be_written_to: bool

    @property
    def pairs_led(self) -> int:
        """How many pairs the mentor has led in all."""
        return sum(pairs + groups for _year, pairs, groups in self.pairs_by_year)


def public_mentor(mentor: Mentor, on: date) -> PublicMentor | None:
    """The mentor as visitors may see them on a day, or None if they may not.

    Costs no query for a mentor that comes from ``Mentor.objects.for_presenting()``.
    """
    return None if reasons_hidden(mentor, on) else _build(mentor, on)


def public_mentors(mentors: Iterable[Mentor], on: date) -> Iterator[PublicMentor]:
    """Those of the mentors that are public on a day, in the same order."""
    for mentor in mentors:
        public = public_mentor(mentor, on)
        if public is not None:
            yield public


def as_if_public(mentor: Mentor, on: date) -> PublicMentor:
    """For previews in the admin alone: the entry as it would look once nothing hides it; consents hold as they are."""
    return _build(mentor, on)


def _build(mentor: Mentor, on: date) -> PublicMentor:
    pairs = list(mentor.pairs.all())
    return PublicMentor(
        pk=mentor.pk,
        guid=str(mentor.guid),
        url=mentor.get_absolute_url(),
        on=on,
        valid_until=next_change(mentor, on),
        **_who(mentor),
        **_work(mentor),
        places_total=mentor.places_total,
        places_free=max(mentor.places_total - _taken(pairs), 0),
        freshness=mentor.freshness(on),
        confirmed_on=mentor.confirmed_on,
        pairs_by_year=_by_year(pairs),
        **_consented(mentor, consented_fields(mentor, on)),
    )


def _who(mentor: Mentor) -> dict[str, Any]:
    place = mentor.organisation
    return {
        "full_name": mentor.full_name,
        "last_name": mentor.last_name,
        "first_name": mentor.first_name,
        "patronymic": mentor.patronymic,
        "person": Person(mentor.person),
        "position": mentor.position,
        "organisation": PublicOrganisation(
            pk=place.pk,
            code=place.code,
            name=place.short_name,
            full_name=place.full_name,
            kind=place.kind,
            settlement=place.settlement,
            site=place.site,
            is_rural=place.is_rural,
            is_reference=place.is_reference,
        ),
        "municipality": Named(place.municipality.pk, place.municipality.code, place.municipality.name),
    }


def _work(mentor: Mentor) -> dict[str, Any]:
    return {
        "subjects": _named(mentor, "subjects"),
        "directions": _named(mentor, "directions"),
        "experience_band": ExperienceBand(mentor.experience_band) if mentor.experience_band else None,
        "category": Category(mentor.category) if mentor.category else None,
        "special_categories": tuple(mentor.special_categories),
        "audiences": _named(mentor, "audiences"),
        **{
            field: tuple(getattr(mentor, field))
            for field in ("mentee_experience", "mentee_categories", "forms", "kinds", "meetings")
        },
    }


def _consented(mentor: Mentor, fields: frozenset[PublicField]) -> dict[str, Any]:
    """The fields that need a consent of their own; every one without it is empty."""
    honours, materials = PublicField.HONOURS in fields, PublicField.MATERIALS in fields
    links = _listed(mentor, "portfolio_links") if materials else ()
    return {
        "about": mentor.about if PublicField.ABOUT in fields else "",
        "portrait_id": mentor.portrait_id if PublicField.PORTRAIT in fields else None,
        "honours": mentor.honours if honours else "",
        "is_honoured": mentor.is_honoured and honours,
        "case_title": mentor.case_title if materials else "",
        "case_url": mentor.case_url if materials else "",
        "portfolio": tuple(PublicLink(link.title, link.url) for link in links),
        "page_url": mentor.page_url if PublicField.PAGE in fields else "",
        "phone": mentor.phone if PublicField.PHONE in fields else "",
        "can_be_written_to": bool(mentor.email) and PublicField.EMAIL in fields,
    }


def _named(mentor: Mentor, relation: str) -> tuple[Named, ...]:
    return tuple([Named(entry.pk, entry.code, entry.name) for entry in _listed(mentor, relation)])


def _listed(thing: Any, relation: str) -> Iterable[Any]:
    """What a relation holds; where modelcluster has it in memory, without a manager made for the question."""
    kept = thing.__dict__.get("_cluster_related_objects", {}).get(relation)
    return kept if isinstance(kept, list) else getattr(thing, relation).all()


def _taken(pairs: Iterable[Any]) -> int:
    return sum(len(list(_listed(pair, "mentees"))) for pair in pairs if pair.state in HOLDING_STATES)


def _by_year(pairs: Iterable[Any]) -> tuple[tuple[str, int, int], ...]:
    shown = [pair for pair in pairs if pair.state != "draft"]
    began = Counter((_school_year(pair.started_on), pair.kind in IN_PAIRS) for pair in shown)
    years = sorted({year for year, _is_pair in began}, reverse=True)
    return tuple((f"{year}/{(year + 1) % 100:02d}", began[year, True], began[year, False]) for year in years)


def _school_year(day: date) -> int:
    return day.year if day.month >= SCHOOL_YEAR_STARTS else day.year - 1
