"""The table of kinds of records for other programs: each room adds its own at start-up, the API answers for all.

A room says which objects are public now, and tells what a visitor may read of them; the rule of publicness is that of
its pages. It never imports the API.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from cms.open_data.schemas import Record

#: What a visitor may read of an object, by the names of the resource's schema.
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Resource:
    """One kind of records.

    ``name`` stands in addresses; ``public`` gives the objects that visitors may read now; ``tell`` what they may read
    of these, in a number of queries that does not grow with them, and leaves out what today's consents hide.
    ``place`` leads to the code of the municipality. ``born`` dates what the ledger has not seen yet.
    ``has_people`` says that a consent may take a record off at any moment, so that no cache may keep it.
    """

    name: str
    label: Any
    schema: type[Record]
    public: Callable[[], QuerySet]
    tell: Callable[[Sequence[Any]], Iterable[tuple[int, Told]]]
    place: str
    born: Callable[[Any], datetime | None]
    order: int
    has_people: bool = True
    most: int = 100


class Resources:
    """Every registered kind."""

    def __init__(self) -> None:
        self._known: dict[str, Resource] = {}

    def register(self, resource: Resource) -> None:
        """Let programs read these; call it from ``AppConfig.ready``."""
        self._known[resource.name] = resource

    def __getitem__(self, name: str) -> Resource:
        return self._known[name]

    def __iter__(self) -> Iterator[Resource]:
        return iter(sorted(self._known.values(), key=lambda one: one.order))


resources = Resources()
