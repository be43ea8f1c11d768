"""What belongs to a thing, told by the rooms that know it: each registers a teller, the page prints what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")

#: How many things of a kind a page names; the rest is a number and, where there is one, a way to all of them.
NAMED = 6


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: its title, its address (empty where it has none), and a word beside it."""

    title: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Things of one kind under a heading; ``more_url`` leads to all of them."""

    title: str
    items: tuple[Item, ...]
    more_words: str = ""
    more_url: str = ""


#: Says what of its room belongs to a thing on a day, in a constant number of queries; None where nothing does.
Teller = Callable[[T, date], Related | None]


class Relations(Generic[T]):
    """The tellers of one kind of thing, in the order of the page."""

    def __init__(self) -> None:
        self._tellers: dict[str, tuple[int, Teller[T]]] = {}

    def register(self, name: str, order: int, teller: Teller[T]) -> None:
        """Let a room tell; call it from ``AppConfig.ready``. A name registers once."""
        self._tellers[name] = (order, teller)

    def of(self, thing: T, on: date) -> tuple[Related, ...]:
        """Everything that belongs to the thing on a day, kinds without anything left out."""
        tellers = sorted(self._tellers.values(), key=lambda one: one[0])
        found = (teller(thing, on) for _order, teller in tellers)
        return tuple(one for one in found if one is not None and one.items)
