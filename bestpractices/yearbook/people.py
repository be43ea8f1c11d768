"""Whom a book may name today. Names are put in when it is shown; in typed text they are covered without a consent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q

from bestpractices.yearbook.content import Content
from bestpractices.yearbook.models import YearBook
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentor
from mentoring.mentions.covering import Cover
from mentoring.mentions.linking import key_of_thing
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
    mentors = Mentor.objects.filter(Q(organisation=organisation) | Q(pairs__organisation=organisation)).distinct()
    linked = people(linked_people(key_of_thing(book))) if book is not None and book.pk else {}
    asked = [*mentors, *PairMentee.objects.filter(pair__organisation=organisation), *linked.values()]
    return Cover(sorted(set(map(name_of, silent(asked, on)))))


def covered(content: ContentT, cover: Cover) -> ContentT:
    """The same content with every name of the cover hidden in its words."""
    return type(content).model_validate(cover.over(content.model_dump())) if cover.names else content
