"""Keeps every order cut into shelves of neighbouring documents; full shelves are split, empty ones taken away."""

import json
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any

from search.embedded.changes import shelf_size
from search.embedded.keys import PlaceKey
from search.embedded.models import Shelf
from search.embedded.rows import batches, fetch, marks
from search.embedded.state import numbers_of


@dataclass
class _Open:
    """A shelf being changed: keys and numbers side by side, in order."""

    id: int | None
    keys: list[PlaceKey] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


class Shelves:
    """One order of one generation, while documents move in it. Memory: the first key of every shelf."""

    def __init__(self, generation: int, sort: str, size: int) -> None:
        self.generation, self.sort, self.size = generation, sort, size
        stored = fetch(
            "SELECT id, first FROM duet_search_shelf WHERE generation_id = %s AND sort = %s", [generation, sort]
        )
        index = sorted((json.loads(first), shelf) for shelf, first in stored)
        self._firsts: list[PlaceKey] = [first for first, _ in index]
        self._ids: list[int] = [shelf for _, shelf in index]
        self.touched: set[int] = set()

    def move(self, leaving: list[PlaceKey], coming: list[tuple[PlaceKey, int]]) -> None:
        """Take these keys out and put these (key, number) in."""
        moves: dict[int, tuple[list[PlaceKey], list[tuple[PlaceKey, int]]]] = {}
        for key in leaving:
            moves.setdefault(self._place(key), ([], []))[0].append(key)
        for key, number in coming:
            moves.setdefault(self._place(key), ([], []))[1].append((key, number))
        opened = self._read([self._ids[place] for place in moves if self._ids])
        for place, (out, into) in moves.items():
            shelf = opened[self._ids[place]] if self._ids else _Open(None)
            _take_out(shelf, out)
            _put_in(shelf, into)
            self._write(shelf)

    def _place(self, key: PlaceKey) -> int:
        return max(0, bisect_right(self._firsts, key) - 1)

    def _read(self, ids: list[int]) -> dict[int, _Open]:
        opened = {}
        for batch in batches(ids):
            sql = f"SELECT id, keys, numbers FROM duet_search_shelf WHERE id IN ({marks(batch)})"
            for shelf, keys, numbers in fetch(sql, batch):
                opened[shelf] = _Open(shelf, json.loads(keys), list(numbers_of(bytes(numbers))))
        return opened

    def _write(self, shelf: _Open) -> None:
        if not shelf.keys:
            if shelf.id is not None:
                Shelf.objects.filter(pk=shelf.id).delete()
                self.touched.add(shelf.id)
            return
        pieces = 1 if len(shelf.keys) <= 2 * self.size else -(-len(shelf.keys) // self.size)
        step = -(-len(shelf.keys) // pieces)
        for start in range(0, len(shelf.keys), step):
            values = _values(shelf.keys[start : start + step], shelf.numbers[start : start + step])
            if start == 0 and shelf.id is not None:
                Shelf.objects.filter(pk=shelf.id).update(**values)
                self.touched.add(shelf.id)
            else:
                self.touched.add(Shelf.objects.create(generation_id=self.generation, sort=self.sort, **values).pk)


def is_shelved(generation: int, sort: str) -> bool:
    """Whether this order has any shelf."""
    return bool(
        fetch("SELECT 1 FROM duet_search_shelf WHERE generation_id = %s AND sort = %s LIMIT 1", [generation, sort])
    )


def shelve(generation: int, sort: str) -> None:
    """Put all stored documents on the shelves of this order at once; the caller holds the write lock."""
    stored = fetch("SELECT keys, number FROM duet_search_storeddocument WHERE generation_id = %s", [generation])
    placed = sorted((json.loads(keys)[sort], number) for keys, number in stored)
    Shelf.objects.bulk_create(
        (
            Shelf(generation_id=generation, sort=sort, **_values([key for key, _ in piece], [one for _, one in piece]))
            for piece in batches(placed, shelf_size(len(placed)))
        ),
        batch_size=100,
    )


def _values(keys: list[PlaceKey], numbers: list[int]) -> dict[str, Any]:
    return {
        "first": json.dumps(keys[0], ensure_ascii=False),
        "keys": json.dumps(keys, ensure_ascii=False, separators=(",", ":")),
        "numbers": array("I", numbers).tobytes(),
    }


def _take_out(shelf: _Open, keys: list[PlaceKey]) -> None:
    for key in keys:
        place = bisect_left(shelf.keys, key)
        if place < len(shelf.keys) and shelf.keys[place] == key:
            del shelf.keys[place], shelf.numbers[place]


def _put_in(shelf: _Open, coming: list[tuple[PlaceKey, int]]) -> None:
    merged = sorted([*zip(shelf.keys, shelf.numbers, strict=True), *coming])
    shelf.keys = [key for key, _ in merged]
    shelf.numbers = [number for _, number in merged]
