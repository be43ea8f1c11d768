"""Whom a book may name today. Names are put in when it is shown; in typed text they are covered without a consent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q
from django.utils.translation import gettext as _

from bestpractices.yearbook.content import Content
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentor
from mentoring.bank.querysets import consent_in_force
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent
from mentoring.pairs.models import PairMentee

ContentT = TypeVar("ContentT", bound=Content)

#: Endings that a Russian surname takes after its stem, the longer first.
_CASE_ENDINGS = "ыми|ими|ого|его|ому|ему|ою|ею|ой|ей|ым|им|ом|ем|ых|их|ая|яя|ую|юю|ий|ый|а|я|у|ю|ы|и|е"
_LOOSE = re.compile("[аеёиоуыэюяйь]+$")


@dataclass(frozen=True, slots=True)
class Named:
    """A mentor who may be named, with the page of the bank."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Cover:
    """Finds in typed text the people of an organisation who gave no consent that holds today."""

    names: tuple[str, ...]
    pattern: re.Pattern[str] | None

    def over(self, text: str) -> str:
        """The text with every such name covered."""
        return self.pattern.sub(_("[имя скрыто]"), text) if self.pattern and text else text

    def found_in(self, text: str) -> list[str]:
        """The names as they stand in the text, each once."""
        return list(dict.fromkeys(match[0] for match in self.pattern.finditer(text))) if self.pattern else []


def named(mentors: Iterable[int], on: date) -> dict[int, Named]:
    """Those of the mentors (primary keys) whom visitors may see on a day, by the bank's own rule."""
    asked = set(mentors)
    found = Mentor.objects.filter(pk__in=asked).for_presenting() if asked else Mentor.objects.none()
    seen = (public_mentor(mentor, on) for mentor in found)
    return {mentor.pk: Named(mentor.full_name, mentor.url) for mentor in seen if mentor is not None}


def cover_of(organisation: Organisation, on: date) -> Cover:
    """The cover for an organisation's own mentors and mentees, in two queries."""
    names = tuple(sorted({*_silent_mentors(organisation, on), *_silent_mentees(organisation, on)}))
    patterns = [_pattern(name) for name in names]
    whole = "|".join(pattern for pattern in patterns if pattern)
    return Cover(names, re.compile(whole) if whole else None)


def covered(content: ContentT, cover: Cover) -> ContentT:
    """The same content with every name of the cover hidden in its words."""
    return type(content).model_validate(_walk(content.model_dump(), cover)) if cover.pattern else content


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


def _pattern(name: str) -> str:
    """«Лосева Вера Аркадьевна» in any case, before or after the name or the initials, and by name and patronymic."""
    words = name.split()
    if not words or len(words[0]) < 3:
        return ""
    surname = rf"\b{_stem(words[0])}(?:{_CASE_ENDINGS})?\b"
    if len(words) < 2:
        return surname
    given = [rf"(?:{_stem(word)}\w{{0,3}}\b|{re.escape(word[0])}\.)" for word in words[1:3]]
    run = given[0] + (rf"(?:\s*{given[1]})?" if len(given) > 1 else "")
    both = rf"|\b{_stem(words[1])}\w{{0,3}}\s+{_stem(words[2])}\w{{0,3}}\b" if len(words) > 2 else ""
    return rf"(?:\b{run}\s*)?{surname}(?:\s+{run})?{both}"


def _stem(word: str) -> str:
    stem = _LOOSE.sub("", word)
    return re.escape(stem if len(stem) > 2 else word)
