"""Whom a book may name today. Names are put in when it is shown; in typed text they are covered without a consent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q

from bestpractices.yearbook.content import Content
from bestpractices.yearbook.models import YearBook
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentor
from mentoring.bank.querysets import consent_in_force
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent
from mentoring.mentions.covering import Cover
from mentoring.mentions.linking import key_of_thing
from mentoring.mentions.names import Name
from mentoring.mentions.people import name_of, people, silent
from mentoring.mentions.settling import linked_people
from mentoring.pairs.models import PairMentee

ContentT = TypeVar("ContentT", bound=Content)


@dataclass(frozen=True, slots=True)
class Named:
    """A mentor who may be named, with the page of the bank."""

    name: str
    url: str


def named(mentors: Iterable[int], on: date) -> dict[int, Named]:
    """Those of the mentors (primary keys) whom visitors may see on a day, by the bank's own rule."""
    asked = set(mentors)
    found = Mentor.objects.filter(pk__in=asked).for_presenting() if asked else Mentor.objects.none()
    seen = (public_mentor(mentor, on) for mentor in found)
    return {mentor.pk: Named(mentor.full_name, mentor.url) for mentor in seen if mentor is not None}


def cover_of(organisation: Organisation, on: date, book: YearBook | None = None) -> Cover:
    """The cover for an organisation's own mentors and mentees, and for others to whom the book is linked."""
    own = {*_silent_mentors(organisation, on), *_silent_mentees(organisation, on)}
    linked = people(linked_people(key_of_thing(book))) if book is not None and book.pk else {}
    others = [name_of(person) for person in silent(list(linked.values()), on)]
    return Cover([*map(Name.of, sorted(own)), *others])


def covered(content: ContentT, cover: Cover) -> ContentT:
    """The same content with every name of the cover hidden in its words."""
    return type(content).model_validate(_walk(content.model_dump(), cover)) if cover.names else content


def _walk(value: Any, cover: Cover) -> Any:
    if isinstance(value, dict):
        return {key: _walk(inner, cover) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_walk(inner, cover) for inner in value)
    return cover.over(value) if type(value) is str else value


def _silent_mentors(organisation: Organisation, on: date) -> Iterator[str]:
    own = Mentor.objects.filter(Q(organisation=organisation) | Q(pairs__organisation=organisation)).distinct()
    spoken = own.filter(
        consent_in_force(Purpose.PROCESSING, on), consent_in_force(Purpose.PUBLICATION, on), is_minor=False
    )
    silent = own.exclude(pk__in=spoken.values("pk"))
    for row in silent.values_list("last_name", "first_name", "patronymic"):
        yield " ".join(part for part in row if part)


def _silent_mentees(organisation: Organisation, on: date) -> Iterator[str]:
    """A mentee is named by an interview alone, and by nothing without that consent."""
    mentees = PairMentee.objects.filter(pair__organisation=organisation)
    spoken = mentees.filter(is_minor=False, pk__in=MenteeConsent.objects.valid(on).values("mentee"))
    yield from mentees.exclude(pk__in=spoken.values("pk")).values_list("full_name", flat=True)
