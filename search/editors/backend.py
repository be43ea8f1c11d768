"""A backend for ``WAGTAILSEARCH_BACKENDS``: the database's own full-text search, with our language on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Model
from modelsearch.backends import database
from modelsearch.backends.base import BaseSearchBackend, BaseSearchResults
from modelsearch.backends.database.fallback import DatabaseSearchBackend
from modelsearch.query import SearchQuery

from search.editors.indexing import Worded
from search.editors.words import in_words


class InRussian:
    """Mixed in before a database's backend: asks for words in all their forms."""

    def _search(self, compiler: type, query: SearchQuery | str, found_in: Any, **options: Any) -> BaseSearchResults:
        operator = options.get("operator") or "and"
        if query != "":  # Wagtail's own way to say that nothing was asked
            query = in_words(query, operator)
        results: BaseSearchResults = super()._search(compiler, query, found_in, **options)  # type: ignore[misc]
        return results


class IndexInRussian:
    """Mixed in before a database's index: writes words and their stems."""

    def add_items(self, model: type[Model], things: Iterable[Model]) -> None:
        super().add_items(model, [Worded(thing) for thing in things])  # type: ignore[misc]


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """The backend of the default database; one without a full-text search keeps Wagtail's plain comparison."""
    plain = database.SearchBackend(params)
    if isinstance(plain, DatabaseSearchBackend):
        return plain
    backend: BaseSearchBackend = _in_russian(type(plain))(params)  # type: ignore[arg-type]  # classes are hashable
    return backend


@cache
def _in_russian(backend: type[BaseSearchBackend]) -> Any:
    index = type(f"Russian{backend.index_class.__name__}", (IndexInRussian, backend.index_class), {})
    return type(f"Russian{backend.__name__}", (InRussian, backend), {"index_class": index})
