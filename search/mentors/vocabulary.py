"""The words of the facets of the mentor search: what each code is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from cms.territories.models import Municipality, Organisation
from mentoring.reference.models import Audience, Direction, ReferenceEntry, Subject
from mentoring.reference.spoken import spoken
from search.faceted.districts import District, read_districts
from search.faceted.vocabulary import VocabularyCache

#: The tables whose words stand here.
MODELS: tuple[type[Model], ...] = (Municipality, Organisation, Subject, Direction, Audience)


@dataclass(frozen=True, slots=True)
class Workplace:
    """An organisation and the code of its district."""

    code: str
    label: str
    district: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Codes and their words, each mapping in the order in which people expect the values."""

    districts: Mapping[str, District] = field(default_factory=dict)
    organisations: Mapping[str, Workplace] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)
    audiences: Mapping[str, str] = field(default_factory=dict)


def read() -> Vocabulary:
    """The words as the database has them, in five queries."""
    return Vocabulary(
        districts=read_districts(),
        organisations={
            code: Workplace(code, label, district)
            for code, label, district in Organisation.objects.filter(is_active=True, municipality__is_active=True)
            .order_by("short_name")
            .values_list("code", "short_name", "municipality__code")
        },
        subjects=_reference(Subject),
        directions=_reference(Direction),
        audiences={code: spoken(name) for code, name in _reference(Audience).items()},
    )


def _reference(model: type[ReferenceEntry]) -> dict[str, str]:
    # Values that are no longer offered in forms stay here: mentors still carry them.
    return dict(model._default_manager.values_list("code", "name"))


vocabulary_cache = VocabularyCache(read)
