"""Objects as the database's own search indexes them, their texts turned into words on the way."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.db.models import Model
from modelsearch.index import AutocompleteField, BaseField, RelatedFields, SearchField

from search.editors.words import index_text


class Worded:
    """Stands for an object while it is indexed."""

    def __init__(self, thing: Model) -> None:
        self.thing = thing
        self.pk = thing.pk

    def get_search_fields(self) -> list[BaseField]:
        """The fields of the object, which read it and give words."""
        return [_worded(field) for field in self.thing.get_search_fields()]  # type: ignore[attr-defined]


def _worded(field: Any) -> Any:
    twin = copy(field)
    if isinstance(field, RelatedFields):
        twin.fields = [_worded(inner) for inner in field.fields]
        twin.get_value = lambda thing: field.get_value(_own(thing))
    elif isinstance(field, SearchField | AutocompleteField):
        twin.get_value = lambda thing: index_text(field.get_value(_own(thing)))
    return twin


def _own(thing: Any) -> Any:
    return thing.thing if isinstance(thing, Worded) else thing
