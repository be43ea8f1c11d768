"""Where a story of the demo is at home: the kind of organisation, and what its name must say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Protocol

from django.db.models import Q

from cms.territories.enums import OrganisationKind


class Named(Protocol):
    """An organisation of the plan or of the database."""

    kind: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Home:
    """Kinds of organisations; with ``words``, only those in whose name one of them stands."""

    kinds: frozenset[str]
    words: tuple[str, ...] = ()

    def holds(self, organisation: Named) -> bool:
        """Whether the story can be told of this organisation."""
        has_word = not self.words or any(word in organisation.short_name for word in self.words)
        return organisation.kind in self.kinds and has_word

    def condition(self, way: str = "organisation") -> Q:
        """The same in a query, ``way`` leads to the organisation."""
        named = (Q(**{f"{way}__short_name__contains": word}) for word in self.words)
        return reduce(or_, named, Q()) & Q(**{f"{way}__kind__in": self.kinds})


def _home(kinds: Iterable[OrganisationKind], *words: str) -> Home:
    return Home(frozenset(str(kind) for kind in kinds), words)


SCHOOL = _home((OrganisationKind.SCHOOL, OrganisationKind.LYCEUM, OrganisationKind.GYMNASIUM))
KINDERGARTEN = _home((OrganisationKind.KINDERGARTEN,))
#: Where children sing, draw and dance after school.
ARTS = _home((OrganisationKind.EXTRA,), "творчества", "искусств")
#: Colleges that have workshops: not those of teachers, nurses and artists.
WORKSHOPS = _home(
    (OrganisationKind.COLLEGE,),
    "политехнический",
    "индустриальный",
    "горный",
    "лесотехнический",
    "строительства",
    "транспорта",
)
