"""Repeatable chance: each part of the region has its own stream, so that a change in one does not stir the others."""

import random
from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

SEED = "Северореченская область"


def stream(name: str) -> random.Random:
    """The random numbers of one part of the region; equal on every run and every supported Python."""
    return random.Random(f"{SEED}/{name}")


def weighted(rng: random.Random, choices: Sequence[tuple[T, float]]) -> T:
    """One of the values, by the weights beside them."""
    values, weights = zip(*choices, strict=True)
    picked: T = rng.choices(values, weights)[0]
    return picked


class Decks(Generic[T]):
    """Draws without replacement, one shuffled deck per key: the same card never comes twice in a row in a list."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._decks: dict[Hashable, list[T]] = {}

    def draw(self, key: Hashable, cards: Sequence[T]) -> T:
        """The next card of the key's deck; the deck is shuffled again when it is empty."""
        deck = self._decks.get(key)
        if not deck:
            deck = list(cards)
            self._rng.shuffle(deck)
            self._decks[key] = deck
        return deck.pop()
