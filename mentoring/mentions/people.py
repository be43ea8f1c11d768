"""Whose names are known, and until which day the consents of a person let the name stand in a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from mentoring.bank.models import Mentor
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.mentions.by_consent import NAMED, Named, last_day, parts_of, written_name
from mentoring.mentions.names import Name
from mentoring.mentions.querysets import rows_by_key
from mentoring.pairs.models import PairMentee

Person = Mentor | PairMentee | Named
#: A person by content type and number.
PersonKey = tuple[int, int]


def key_of(person: models.Model) -> PersonKey:
    """How mentions name a person."""
    return ContentType.objects.get_for_model(person).pk, person.pk


def people(keys: Iterable[PersonKey]) -> dict[PersonKey, Person]:
    """The people with these keys, in a query for each kind; those who are gone are left out."""
    return rows_by_key(keys)


def name_of(person: Person) -> Name:
    """The parts of the name."""
    if isinstance(person, Mentor):
        return Name(person.last_name.strip(), person.first_name.strip(), person.patronymic.strip())
    return parts_of(written_name(person)) if isinstance(person, NAMED) else Name.of(person.full_name)


def full_name_of(person: Person) -> str:
    """The name as people read it in lists and letters."""
    return written_name(person) if isinstance(person, NAMED) else str(person)


def allowed_until(persons: Collection[Person], on: date) -> dict[PersonKey, date]:
    """The last day on which each may be named; ``date.max`` without an end, the day before where nobody may today.

    A mentor is named by both consents, a mentee by that to an interview, a minor by nothing; a curator and a
    coordinator by the consent that their record holds.
    """
    mentors = [person for person in persons if isinstance(person, Mentor)]
    mentees = [person for person in persons if isinstance(person, PairMentee)]
    ends: dict[PersonKey, date] = {}
    processing = _last_days(MentorConsent.objects.for_purpose(Purpose.PROCESSING), "mentor", mentors, on)
    publication = _last_days(MentorConsent.objects.for_purpose(Purpose.PUBLICATION), "mentor", mentors, on)
    never = on - timedelta(days=1)
    for mentor in mentors:
        both = min(processing.get(mentor.pk, never), publication.get(mentor.pk, never))
        ends[key_of(mentor)] = never if mentor.is_minor else both
    interviews = _last_days(MenteeConsent.objects.all(), "mentee", mentees, on)
    for mentee in mentees:
        ends[key_of(mentee)] = never if mentee.is_minor else interviews.get(mentee.pk, never)
    ends.update((key_of(person), last_day(person, on)) for person in persons if isinstance(person, NAMED))
    return ends


def without_end(last: date) -> date | None:
    """How a mention keeps a last day of ``allowed_until``: None for none."""
    return None if last == date.max else last


def _last_days(consents: Any, owner: str, persons: Collection[Person], on: date) -> dict[int, date]:
    """The last day of the longest consent in force, by the person's number."""
    if not persons:
        return {}
    rows = consents.valid(on).filter(**{f"{owner}__in": [person.pk for person in persons]})
    last: dict[int, date] = {}
    for pk, until, withdrawn in rows.values_list(owner, "valid_until", "withdrawn_on"):
        ends = min(until or date.max, withdrawn - timedelta(days=1) if withdrawn else date.max)
        last[pk] = max(ends, last.get(pk, date.min))
    return last


def silent(persons: Collection[Person], on: date) -> list[Person]:
    """Those who may not be named on a day."""
    until = allowed_until(persons, on)
    return [person for person in persons if until[key_of(person)] < on]
