"""An order cut into shelves stays the order, whatever moves in it."""

import json
import random

import pytest

from search.embedded import rows
from search.embedded.models import Shelf
from search.embedded.shelving import Shelves
from search.embedded.state import numbers_of

SIZE = 5


def stored() -> list[tuple[list[int], list[int]]]:
    """Keys and numbers of all shelves, the shelves in order."""
    found = [
        (json.loads(shelf.keys), list(numbers_of(bytes(shelf.numbers))), json.loads(shelf.first))
        for shelf in Shelf.objects.all()
    ]
    found.sort(key=lambda shelf: shelf[2])
    assert all(first == keys[0] for keys, _, first in found)
    return [(keys, numbers) for keys, numbers, _ in found]


@pytest.mark.django_db
def test_random_moves_keep_every_document_in_its_place() -> None:
    chance = random.Random(11)
    kept: dict[int, list[int]] = {}
    for _ in range(60):
        leaving = chance.sample(sorted(kept), min(len(kept), chance.randint(0, 6)))
        coming = {chance.randint(0, 300): [chance.randint(0, 9)] for _ in range(chance.randint(0, 12))}
        coming = {number: [*key, number] for number, key in coming.items() if number not in kept or number in leaving}
        Shelves(1, "name", SIZE).move([kept.pop(number) for number in leaving], [(k, n) for n, k in coming.items()])
        kept |= coming
        shelves = stored()
        keys = [key for shelf, _ in shelves for key in shelf]
        assert keys == sorted(kept.values())
        assert [number for _, numbers in shelves for number in numbers] == [key[-1] for key in keys]
        assert all(len(shelf) <= 2 * SIZE for shelf, _ in shelves)


@pytest.mark.django_db
def test_readers_are_told_of_every_shelf_that_changed() -> None:
    Shelves(1, "name", SIZE).move([], [([n, n], n) for n in range(40)])
    before = {shelf: numbers for shelf, _, _, numbers in rows.shelves(1)}
    moving = Shelves(1, "name", SIZE)
    moving.move([[7, 7], [0, 0]], [([39, 99], 99)])
    after = {shelf: numbers for shelf, _, _, numbers in rows.shelves(1)}
    changed = {shelf for shelf in before.keys() | after.keys() if before.get(shelf) != after.get(shelf)}
    assert changed <= moving.touched
