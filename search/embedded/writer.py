"""Writes documents into one generation: what changed, and nothing else."""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from search.embedded.changes import PostingChanges, run_many, shelf_size, write_log
from search.embedded.families import Family
from search.embedded.keys import PlaceKey, place_keys
from search.embedded.models import Generation
from search.embedded.rows import batches, fetch, marks
from search.embedded.shelving import Shelves, is_shelved
from search.embedded.terms import Term, packed, terms_of, unpacked
from search.interface.documents import Document
from search.interface.schema import Schema

_UPSERT = """
    INSERT INTO duet_search_storeddocument
        (generation_id, number, object_id, card, keys, terms, hash, valid_until)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (generation_id, object_id) DO UPDATE SET card = excluded.card, keys = excluded.keys,
        terms = excluded.terms, hash = excluded.hash, valid_until = excluded.valid_until
"""
_DELETE = "DELETE FROM duet_search_storeddocument WHERE generation_id = %s AND number = %s"
_NUMBERS = "UPDATE duet_search_generation SET next_number = %s, free_numbers = %s WHERE id = %s"


@dataclass(frozen=True, slots=True)
class _Stored:
    number: int
    hash: str
    keys: dict[str, PlaceKey]
    terms: bytes


class Writer:
    """One generation, opened for one batch of changes; the caller holds the write lock."""

    def __init__(self, schema: Schema, generation: Generation, *, log: bool = True) -> None:
        self.schema, self.generation, self._log = schema, generation, log
        self._postings = PostingChanges(generation.pk)
        self._free = BitMap.deserialize(bytes(generation.free_numbers)) if generation.free_numbers else BitMap()
        self._leaving: dict[str, list[PlaceKey]] = {name: [] for name in schema.sort_names}
        self._coming: dict[str, list[tuple[PlaceKey, int]]] = {name: [] for name in schema.sort_names}
        self._changed: set[int] = set()

    def apply(self, documents: Iterable[Document], removed: Iterable[int] = ()) -> int:
        """Put and remove documents, tell the log, and say how many documents really changed."""
        put = {document.id: document for document in documents}
        gone = [number for number in set(removed) if number not in put]
        stored = self._stored([*put, *gone])
        self._remove([stored[number] for number in gone if number in stored])
        self._put(put.values(), stored)
        if not self._changed:
            return 0
        self._postings.write()
        touched = self._write_shelves()
        self.generation.free_numbers = self._free.serialize()
        run_many(_NUMBERS, [(self.generation.next_number, self.generation.free_numbers, self.generation.pk)])
        if self._log:
            self._tell(touched)
        return len(self._changed)

    def _stored(self, ids: Sequence[int]) -> dict[int, _Stored]:
        found = {}
        for batch in batches(ids):
            sql = f"""
                SELECT object_id, number, hash, keys, terms FROM duet_search_storeddocument
                WHERE generation_id = %s AND object_id IN ({marks(batch)})
            """
            for object_id, number, digest, keys, terms in fetch(sql, [self.generation.pk, *batch]):
                found[object_id] = _Stored(number, digest, json.loads(keys), bytes(terms))
        return found

    def _remove(self, gone: Sequence[_Stored]) -> None:
        for stored in gone:
            self._replace(stored.number, unpacked(stored.terms), set(), stored.keys, {})
            self._free.add(stored.number)
        run_many(_DELETE, [(self.generation.pk, stored.number) for stored in gone])

    def _put(self, documents: Iterable[Document], known: dict[int, _Stored]) -> None:
        rows = []
        for document in documents:
            digest, stored = document.content_hash(), known.get(document.id)
            if stored is not None and stored.hash == digest:
                continue
            number = stored.number if stored else self._next_number()
            after, keys = terms_of(self.schema, document), place_keys(self.schema, document)
            before, old_keys = (unpacked(stored.terms), stored.keys) if stored else (set(), {})
            self._replace(number, before, after, old_keys, keys)
            rows.append(
                (
                    *(self.generation.pk, number, document.id),
                    json.dumps(document.card, ensure_ascii=False, default=str),
                    json.dumps(keys, ensure_ascii=False),
                    packed(after),
                    digest,
                    _day(document.valid_until),
                )
            )
        run_many(_UPSERT, rows)

    def _next_number(self) -> int:
        if self._free:
            number: int = self._free.min()
            self._free.remove(number)
            return number
        self.generation.next_number += 1
        return self.generation.next_number - 1

    def _replace(
        self,
        number: int,
        before: set[Term],
        after: set[Term],
        old_keys: dict[str, PlaceKey],
        new_keys: dict[str, PlaceKey],
    ) -> None:
        self._changed.add(number)
        self._postings.replace(number, before, after)
        for sort in self.schema.sort_names:
            old, new = old_keys.get(sort), new_keys.get(sort)
            if old != new:
                if old is not None:
                    self._leaving[sort].append(old)
                if new is not None:
                    self._coming[sort].append((new, number))

    def _write_shelves(self) -> list[tuple[str, int]]:
        size = shelf_size(self.generation.next_number - len(self._free))
        touched = []
        for sort in self.schema.sort_names:
            if (self._leaving[sort] or self._coming[sort]) and self._is_shelved(sort):
                shelves = Shelves(self.generation.pk, sort, size)
                shelves.move(self._leaving[sort], self._coming[sort])
                touched += [(sort, shelf) for shelf in sorted(shelves.touched)]
        return touched

    def _is_shelved(self, sort: str) -> bool:
        """A generation that is being built gets the shelves of an order at once, when its documents are there."""
        return self.generation.state == Generation.State.LIVE or is_shelved(self.generation.pk, sort)

    def _tell(self, touched: Sequence[tuple[str, int]]) -> None:
        entries = [
            *self._postings.places(),
            *((int(Family.SHELF), sort, shelf) for sort, shelf in touched),
            *((int(Family.CARD), "", number) for number in sorted(self._changed)),
        ]
        write_log(secrets.randbits(62), self.generation.pk, entries)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
