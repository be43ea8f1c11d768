"""All that another engine may read of the database's index: a cluster is fed from here, and has its words read here."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from search.embedded import generations, rows
from search.embedded.answering import find_text
from search.embedded.engine import EmbeddedEngine
from search.embedded.families import SEPARATOR, Family
from search.embedded.matching import rarity
from search.embedded.rows import Head, head
from search.embedded.state import State
from search.embedded.terms import unpacked
from search.interface.query import Query
from search.interface.result import Correction, Matched, Told
from search.interface.schema import Schema
from search.language.reading import Clause

__all__ = [
    "SEPARATOR",
    "Asked",
    "Change",
    "EmbeddedEngine",
    "Family",
    "Head",
    "State",
    "Stored",
    "changes",
    "everything",
    "fingerprint",
    "hashes",
    "head",
    "is_logged",
    "living",
    "read",
    "size",
    "stored",
    "waiting",
]

fingerprint = generations.fingerprint


class Change(NamedTuple):
    """The document under `number` was written or removed by the transaction that drew `token`."""

    sequence: int
    token: int
    number: int


class Stored(NamedTuple):
    """A document as it is indexed: `places` by sort, `terms` by family."""

    number: int
    id: int
    hash: str
    card: Mapping[str, Any]
    places: Mapping[str, list[Any]]
    terms: Iterable[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query whose words were read and mended, with the conditions that they name.

    `clauses` (None: no text that tells anything) come with their rarity.
    """

    clauses: Sequence[tuple[Clause, int]] | None
    correction: Correction | None
    offer: Correction | None
    matched: Matched
    told: Told
    query: Query


def read(state: State, schema: Schema, query: Query) -> Asked:
    """The query as this state of the index understands it."""
    text = find_text(state, schema, query)
    clauses = None
    if text.match:
        total = len(state.everything)
        found = zip(text.match.reading.clauses, text.match.found, strict=True)
        clauses = [(clause, rarity(len(one.anywhere), total)) for clause, one in found]
    return Asked(clauses, text.correction, text.offer, text.matched, text.told, text.applied(query))


def living(kind: str) -> int | None:
    """The generation that answers for this kind."""
    found = rows.live_generation(kind)
    return found[0] if found else None


def is_logged(sequence: int, token: int) -> bool:
    """Whether the log leads from this entry to now."""
    entries = rows.log_from(sequence, 1)
    return bool(entries) and (entries[0].sequence, entries[0].token) == (sequence, token)


def changes(generation: int, after: int, until: int, limit: int) -> list[Change]:
    """The next documents of the log that changed, behind one entry and up to another."""
    sql = """
        SELECT sequence, token, chunk FROM duet_search_logentry
        WHERE sequence > %s AND sequence <= %s AND family = %s AND generation_id = %s ORDER BY sequence LIMIT %s
    """
    return [Change(*row) for row in rows.fetch(sql, [after, until, int(Family.CARD), generation, limit])]


def waiting(generation: int, after: int) -> set[int]:
    """The numbers of the documents that changed behind this entry of the log."""
    sql = "SELECT DISTINCT chunk FROM duet_search_logentry WHERE sequence > %s AND family = %s AND generation_id = %s"
    return {number for (number,) in rows.fetch(sql, [after, int(Family.CARD), generation])}


_STORED = """
    SELECT number, object_id, hash, card, keys, terms FROM duet_search_storeddocument WHERE generation_id = %s
"""


def stored(generation: int, numbers: Sequence[int]) -> Iterator[Stored]:
    """The documents that stand under these numbers now."""
    for batch in rows.batches(numbers):
        for row in rows.fetch(f"{_STORED} AND number IN ({rows.marks(batch)})", [generation, *batch]):
            yield _stored(*row)


def everything(generation: int, portion: int, after: int = -1) -> Iterator[list[Stored]]:
    """All documents behind this number, `portion` at a time, in the order of their numbers."""
    while found := rows.fetch(f"{_STORED} AND number > %s ORDER BY number LIMIT %s", [generation, after, portion]):
        yield [_stored(*row) for row in found]
        after = found[-1][0]


def _stored(number: int, id_: int, digest: str, card: str, places: str, terms: Any) -> Stored:
    return Stored(number, id_, digest, json.loads(card), json.loads(places), unpacked(bytes(terms)))


def size(generation: int) -> int:
    """How many documents there are."""
    sql = "SELECT count(*) FROM duet_search_storeddocument WHERE generation_id = %s"
    return int(rows.fetch(sql, [generation])[0][0])


def hashes(generation: int) -> dict[int, tuple[int, str]]:
    """The id and the content hash of every document, by its number."""
    sql = "SELECT number, object_id, hash FROM duet_search_storeddocument WHERE generation_id = %s"
    return {number: (id_, digest) for number, id_, digest in rows.fetch(sql, [generation])}
