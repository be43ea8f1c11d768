"""Everything that is read on the way to an answer: plain SQL, equal on SQLite and PostgreSQL."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection
from pyroaring import BitMap

from search.embedded.families import Family

BATCH = 500  # parameters of one IN list


class Head(NamedTuple):
    """The newest entry of the log, and whether notes wait to be indexed."""

    sequence: int
    token: int
    pending: bool


class Entry(NamedTuple):
    """An entry of the log."""

    sequence: int
    token: int
    generation: int
    family: int
    term: str
    chunk: int


def fetch(sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def batches(values: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """The values in lists of at most `size`."""
    iterator = iter(values)
    while batch := list(islice(iterator, size)):
        yield batch


def marks(values: Sequence[Any]) -> str:
    """Placeholders for an IN list."""
    return ",".join(["%s"] * len(values))


_HEAD = """
    SELECT sequence, token, (SELECT 1 FROM duet_search_change LIMIT 1)
    FROM duet_search_logentry ORDER BY sequence DESC LIMIT 1
"""


def head() -> Head | None:
    """Where the log stands; None before anything was ever indexed."""
    with connection.cursor() as cursor:
        cursor.execute(_HEAD)
        row = cursor.fetchone()
    return Head(row[0], row[1], row[2] is not None) if row else None


def newest() -> int:
    """The newest sequence number of the log, 0 before anything was ever indexed."""
    return int(fetch("SELECT coalesce(max(sequence), 0) FROM duet_search_logentry")[0][0])


def log_from(sequence: int, limit: int) -> list[Entry]:
    """The entries of the log from this one on, itself included."""
    sql = """
        SELECT sequence, token, generation_id, family, term, chunk FROM duet_search_logentry
        WHERE sequence >= %s ORDER BY sequence LIMIT %s
    """
    return [Entry(*row) for row in fetch(sql, [sequence, limit])]


def live_generation(kind: str) -> tuple[int, str] | None:
    """The number and the fingerprint of the living generation."""
    rows = fetch("SELECT id, fingerprint FROM duet_search_generation WHERE kind = %s AND state = 'live'", [kind])
    return (rows[0][0], rows[0][1]) if rows else None


def bitmaps(generation: int, family: Family, terms: Sequence[str] | None = None) -> dict[str, BitMap]:
    """The documents of these terms of one family (None: of all its terms); unknown terms are left out."""
    sql = "SELECT term, bitmap FROM duet_search_posting WHERE generation_id = %s AND family = %s"
    if terms is None:
        return _joined(fetch(sql, [generation, int(family)]))
    found: dict[str, BitMap] = {}
    for batch in batches(terms):
        rows = fetch(f"{sql} AND term IN ({marks(batch)})", [generation, int(family), *batch])
        found.update(_joined(rows))
    return found


def _joined(rows: Iterable[tuple[Any, ...]]) -> dict[str, BitMap]:
    found: dict[str, BitMap] = {}
    for term, stored in rows:
        bitmap = BitMap.deserialize(bytes(stored))
        found[term] = found[term] | bitmap if term in found else bitmap
    return found


def text_bitmaps(generation: int, wanted: Sequence[tuple[int, str]]) -> dict[tuple[int, str], BitMap]:
    """The documents of these (family, term) pairs in one query; unknown ones come back empty."""
    found: dict[tuple[int, str], BitMap] = {key: BitMap() for key in wanted}
    for batch in batches(wanted):
        families, terms = sorted({family for family, _ in batch}), sorted({term for _, term in batch})
        sql = f"""
            SELECT family, term, bitmap FROM duet_search_posting
            WHERE generation_id = %s AND family IN ({marks(families)}) AND term IN ({marks(terms)})
        """
        for family, term, stored in fetch(sql, [generation, *families, *terms]):
            if (family, term) in found:
                found[family, term] |= BitMap.deserialize(bytes(stored))
    return found


def sizes(generation: int, family: Family, terms: Sequence[str] | None = None) -> dict[str, int]:
    """How many documents these terms of a family stand in."""
    sql = "SELECT term, sum(size) FROM duet_search_posting WHERE generation_id = %s AND family = %s"
    if terms is None:
        rows = fetch(f"{sql} GROUP BY term", [generation, int(family)])
        return {term: int(size) for term, size in rows}
    found = dict.fromkeys(terms, 0)
    for batch in batches(terms):
        rows = fetch(f"{sql} AND term IN ({marks(batch)}) GROUP BY term", [generation, int(family), *batch])
        found.update({term: int(size) for term, size in rows})
    return found


def cards(generation: int, numbers: Sequence[int]) -> list[tuple[int, int, str]]:
    """Number, id and card (JSON) of these documents."""
    sql = f"""
        SELECT number, object_id, card FROM duet_search_storeddocument
        WHERE generation_id = %s AND number IN ({marks(numbers)})
    """
    return [(number, object_id, card) for number, object_id, card in fetch(sql, [generation, *numbers])]


def shelves(generation: int, ids: Sequence[int] | None = None) -> list[tuple[int, str, str, bytes]]:
    """Id, sort, first key (JSON) and numbers of the shelves of all orders, or of these shelves."""
    sql = "SELECT id, sort, first, numbers FROM duet_search_shelf WHERE generation_id = %s"
    found: list[tuple[Any, ...]] = []
    if ids is None:
        found = fetch(sql, [generation])
    else:
        for batch in batches(ids):
            found += fetch(f"{sql} AND id IN ({marks(batch)})", [generation, *batch])
    return [(shelf, sort, first, bytes(numbers)) for shelf, sort, first, numbers in found]


def shelf_numbers(shelf: int) -> bytes:
    """The documents of a shelf in order: an array of uint32; empty for a shelf that is gone."""
    rows = fetch("SELECT numbers FROM duet_search_shelf WHERE id = %s", [shelf])
    return bytes(rows[0][0]) if rows else b""
