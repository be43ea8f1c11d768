"""The place of a document in an order, as a list that Python and JSON compare alike."""

from collections.abc import Mapping
from typing import Any

from search.interface.documents import Document
from search.interface.errors import SearchError
from search.interface.schema import Schema, Sort, SortKey

PlaceKey = list[Any]  # one value for each key of the sort, then the id


def alphabetical(text: str) -> str:
    """Text in the form in which the Russian alphabet compares it, ё as е."""
    return text.lower().replace("ё", "е")


def place_key(sort: Sort, document: Document) -> PlaceKey:
    """Where the document stands in this order; smaller comes first. Raises SearchError for a missing value."""
    return [*(_value(key, document.keys, document.id) for key in sort.keys), document.id]


def place_keys(schema: Schema, document: Document) -> dict[str, PlaceKey]:
    """Where the document stands in every order."""
    return {sort.name: place_key(sort, document) for sort in schema.sorts}


def _value(key: SortKey, values: Mapping[str, int | str], number: int) -> Any:
    try:
        value = values[key.name]
    except KeyError:
        raise SearchError(f"document {number} gives no value for the sort key {key.name}") from None
    if isinstance(value, str):
        text = alphabetical(value)
        # Backwards: later letters first, and a word before its own beginning.
        return [*(-ord(char) for char in text), 1] if key.descending else text
    return -int(value) if key.descending else int(value)
