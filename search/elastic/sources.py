"""From a row of the database's index to a document of the cluster: nothing is computed or analysed a second time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from search.embedded import face
from search.embedded.face import Family, Stored
from search.interface.schema import Schema

_FIELDS = {Family.FACET: "codes", Family.NAME: "names", Family.TITLE: "titles", Family.BODY: "bodies"}


class Source(NamedTuple):
    """A document by its number in the generation; `body` is None for a number that holds none."""

    number: int
    body: dict[str, Any] | None


def changed(schema: Schema, generation: int, numbers: Sequence[int]) -> list[Source]:
    """What stands under these numbers now."""
    found = {one.number: _source(schema, one) for one in face.stored(generation, numbers)}
    return [found.get(number) or Source(number, None) for number in numbers]


def everything(schema: Schema, generation: int, portion: int, after: int = -1) -> Iterator[list[Source]]:
    """All documents of a generation behind this number, `portion` at a time."""
    for found in face.everything(generation, portion, after):
        yield [_source(schema, one) for one in found]


def _source(schema: Schema, one: Stored) -> Source:
    words: dict[str, list[str]] = {name: [] for name in _FIELDS.values()}
    for family, term in one.terms:
        if (name := _FIELDS.get(Family(family))) is not None:
            words[name].append(term)
    body = {"id": one.id, "number": one.number, "hash": one.hash, "keys": _keys(schema, one.places), **words}
    return Source(one.number, {**body, "card": one.card})


def _keys(schema: Schema, places: Mapping[str, list[Any]]) -> dict[str, Any]:
    """The plain values again: the database's index turns descending ones over, the cluster sorts both ways."""
    values: dict[str, Any] = {}
    for sort in schema.sorts:
        for key, value in zip(sort.keys, places[sort.name], strict=False):  # the id stands behind the keys
            values[key.name] = _turned(value) if key.descending else value
    return values


def _turned(value: Any) -> Any:
    if isinstance(value, list):
        return "".join(chr(-number) for number in value[:-1])
    return -value
