"""From a row of the database's index to a document of the cluster: nothing is computed or analysed a second time."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from search.embedded.families import Family
from search.embedded.rows import batches, fetch, marks
from search.embedded.terms import unpacked
from search.interface.schema import Schema

_FIELDS = {Family.FACET: "codes", Family.NAME: "names", Family.TITLE: "titles", Family.BODY: "bodies"}
_COLUMNS = "number, object_id, hash, card, keys, terms"


class Source(NamedTuple):
    """A document by its number in the generation; `body` is None for a number that holds none."""

    number: int
    body: dict[str, Any] | None


def changed(schema: Schema, generation: int, numbers: Sequence[int]) -> list[Source]:
    """What stands under these numbers now."""
    found: dict[int, Source] = {}
    for batch in batches(numbers):
        sql = f"""
            SELECT {_COLUMNS} FROM duet_search_storeddocument
            WHERE generation_id = %s AND number IN ({marks(batch)})
        """
        for row in fetch(sql, [generation, *batch]):
            found[row[0]] = _source(schema, *row)
    return [found.get(number) or Source(number, None) for number in numbers]


def everything(schema: Schema, generation: int, portion: int) -> Iterator[list[Source]]:
    """All documents of a generation, `portion` at a time."""
    sql = f"""
        SELECT {_COLUMNS} FROM duet_search_storeddocument
        WHERE generation_id = %s AND number > %s ORDER BY number LIMIT %s
    """
    last = -1
    while rows := fetch(sql, [generation, last, portion]):
        yield [_source(schema, *row) for row in rows]
        last = rows[-1][0]


def _source(schema: Schema, number: int, id_: int, digest: str, card: str, keys: str, terms: Any) -> Source:
    words: dict[str, list[str]] = {name: [] for name in _FIELDS.values()}
    for family, term in unpacked(bytes(terms)):
        if (name := _FIELDS.get(Family(family))) is not None:
            words[name].append(term)
    body = {"id": id_, "number": number, "hash": digest, "keys": _keys(schema, json.loads(keys)), **words}
    return Source(number, {**body, "card": json.loads(card)})


def _keys(schema: Schema, places: dict[str, list[Any]]) -> dict[str, Any]:
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
