"""The words of the facets of pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Model

from cms.pages.findable import SECTION, Findable, findable_models
from cms.territories.models import Municipality
from search.engines import get_engine
from search.faceted.districts import District, read_districts
from search.faceted.vocabulary import VocabularyCache
from search.interface import Query
from search.site.schema import KIND, room_facets


@dataclass(frozen=True, slots=True)
class PageVocabulary:
    """Codes and their words; `years` from the newest, `values` by the names of the rooms' facets.

    `lists` says how many pages stand in each list of an index page."""

    districts: Mapping[str, District] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lists: Mapping[str, int] = field(default_factory=dict)


def read() -> PageVocabulary:
    """The words as the database and the index have them."""
    known = get_engine().search(KIND, Query(page_size=1, counts=("year", "list"))).facets
    return PageVocabulary(
        districts=read_districts(),
        kinds=_kinds(),
        years={year: year for year in sorted(known["year"], reverse=True)},
        values={name: facet.values() for name, facet in room_facets().items()},
        lists=known["list"],
    )


def watched_models() -> list[type[Model]]:
    """The models after whose change the words are read again."""
    models: dict[type[Model], None] = {Municipality: None}
    for model in findable_models():
        models[model] = None
        for related in findable(model).found_with:
            models[apps.get_model(related.model) if isinstance(related.model, str) else related.model] = None
    return list(models)


def findable(model: type[Model]) -> type[Findable]:
    """The page type as what the search asks."""
    assert issubclass(model, Findable)
    return model


def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for model in findable_models():
        kind = findable(model).kind_of_find()
        if kind is not SECTION:  # sections stand above the results
            kinds.setdefault(kind.code, str(kind.label))
    return dict(sorted(kinds.items(), key=lambda item: item[1]))


page_words = VocabularyCache(read)
