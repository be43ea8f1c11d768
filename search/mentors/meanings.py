"""What words mean in the search of mentors: the subjects, directions and audiences that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db.models import Model

from mentoring.reference.models import Audience, Direction, ReferenceEntry, Subject
from search.language.meanings import Meaning, Meanings

#: The tables whose change alters what words mean.
MODELS: tuple[type[Model], ...] = (Subject, Direction, Audience)

_TABLES: tuple[tuple[str, type[ReferenceEntry]], ...] = (
    ("subject", Subject),
    ("direction", Direction),
    ("audience", Audience),
)
_BRACKETS = re.compile(r"^(?P<one>[^()]+)\((?P<other>[^()]+)\)$")


def meanings() -> Meanings:
    """What words mean now, in one query for each table."""
    return Meanings(values=tuple(_reference()))


def _reference() -> Iterator[Meaning]:
    # Values that are no longer offered in forms stay here: mentors still carry them.
    for facet, model in _TABLES:
        for code, name in model._default_manager.values_list("code", "name"):
            yield Meaning(facet, code, tuple(names_of(name)))


def names_of(name: str) -> Iterator[str]:
    """What a value may be called: «Труд (технология)» is each of both."""
    yield name
    if found := _BRACKETS.match(name.strip()):
        yield found["one"]
        yield found["other"]
