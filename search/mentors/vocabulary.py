"""The words of the facets: what each code is called, kept in the process and read again when they may have changed."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from cms.territories.models import Municipality, Organisation
from mentoring.reference.models import Audience, Direction, ReferenceEntry, Subject

#: Seconds after which the words are read again, for changes made by another process or past the signals.
MAX_AGE = 15.0


@dataclass(frozen=True, slots=True)
class District:
    """A municipality: «Ключевской», «Ключевской район», «Ключевском районе», and its place on the tile map."""

    code: str
    label: str
    name: str
    prepositional: str
    tile: tuple[int, int] | None = None


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


class VocabularyCache:
    """The vocabulary of this process: at most MAX_AGE seconds old, and new at once after a change made here."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._vocabulary: Vocabulary | None = None
        self._read_at = 0.0

    def current(self) -> Vocabulary:
        """The words now; most calls cost no query."""
        vocabulary = self._vocabulary
        if vocabulary is None or time.monotonic() - self._read_at > MAX_AGE:
            with self._lock:
                self._read_at = time.monotonic()
                vocabulary = self._vocabulary = read()
        return vocabulary

    def forget(self, **_signal: Any) -> None:
        """Read everything again before the next answer."""
        self._vocabulary = None

    def forget_on_change(self) -> None:
        """Listen to the models whose words stand here."""
        models: tuple[type[Model], ...] = (Municipality, Organisation, Subject, Direction, Audience)
        for model in models:
            post_save.connect(self.forget, sender=model)
            post_delete.connect(self.forget, sender=model)


vocabulary_cache = VocabularyCache()


def read() -> Vocabulary:
    """The words as the database has them, in five queries."""
    return Vocabulary(
        districts={place.code: _district(place) for place in Municipality.objects.active().order_by("short_name")},
        organisations={
            code: Workplace(code, label, district)
            for code, label, district in Organisation.objects.filter(is_active=True, municipality__is_active=True)
            .order_by("short_name")
            .values_list("code", "short_name", "municipality__code")
        },
        subjects=_reference(Subject),
        directions=_reference(Direction),
        audiences=_reference(Audience),
    )


def _district(place: Municipality) -> District:
    has_tile = place.tile_column is not None and place.tile_row is not None
    tile = (place.tile_column, place.tile_row) if has_tile else None
    return District(place.code, place.short_name, place.name, place.name_prepositional, tile)  # type: ignore[arg-type]


def _reference(model: type[ReferenceEntry]) -> dict[str, str]:
    # Values that are no longer offered in forms stay here: mentors still carry them.
    return dict(model._default_manager.values_list("code", "name"))
