"""The protocol that every engine keeps; tests/search/contract/ holds each of them to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from search.interface.documents import Document
from search.interface.query import NO_FILTERS, Filters, Query
from search.interface.result import Relaxation, Result, Suggestion


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rebuild is: `done` of `total` objects after `seconds`."""

    done: int
    total: int
    seconds: float

    @property
    def rate(self) -> float:
        """Objects a second."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float:
        """Seconds that the rest will take at this rate."""
        return (self.total - self.done) / self.rate if self.rate else 0.0


@dataclass(frozen=True, slots=True)
class Drift:
    """Ids in which the index and the database disagree."""

    missing: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()
    different: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.different)


@dataclass(frozen=True, slots=True)
class Unindexed:
    """An object that cannot be indexed: its name and the error with its place."""

    id: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state of one kind: `pending` changes not yet indexed, `size` of the index in bytes.

    `unindexed` objects were set aside; they are no drift.
    Of an engine with a server: `behind` changes are indexed and not yet delivered to it (they are no drift), `failure`
    says why it could not be asked.
    """

    documents: int
    pending: int
    size: int
    schema_is_current: bool
    drift: Drift
    unindexed: tuple[Unindexed, ...] = ()
    behind: int = 0
    failure: str = ""


class Engine(Protocol):
    """Finds documents of registered kinds. `kind` is the name of a schema; an unregistered one raises UnknownKind."""

    def search(self, kind: str, query: Query) -> Result:
        """One page of what matches, with counts; sees every write committed before the call.

        While very many changes wait (`stale`), it may show a document as it was; one that must be gone is never shown.
        """

    def suggest(
        self, kind: str, prefix: str, limit: int = 8, *, filters: Filters = NO_FILTERS, literal: bool = False
    ) -> tuple[Suggestion, ...]:
        """What somebody who typed this far may mean: groups of texts first, then names.

        Each total is that of a search for the text under the same filters.
        """

    def relaxations(self, kind: str, query: Query) -> tuple[Relaxation, ...]:
        """For each single condition the total without it, where that is not zero, the largest first."""

    def put(self, kind: str, documents: Iterable[Document]) -> None:
        """Index these documents, in place of what stood under their ids, in the current transaction."""

    def remove(self, kind: str, ids: Iterable[int]) -> None:
        """Forget these documents; an id that is not there is no error."""

    def refresh(self, seconds: float = 60.0) -> bool:
        """Index what was noted as changed, for about so many seconds; True if nothing is left.

        What cannot be indexed is set aside and tried again by later calls.
        """

    def keep_up(self, own: Sequence[tuple[str, int]] = ()) -> bool:
        """Index what a request does: its own objects (kind, id) and a small share; True if nothing is left."""

    def recheck(self, kind: str) -> None:
        """Have every object and every indexed document of a kind looked at again."""

    def forget(self) -> None:
        """Drop what this process keeps in memory; the next call reads it anew."""

    def rebuild(self, kind: str, report: Callable[[Progress], None] | None = None) -> int:
        """Index everything anew beside the living index, swap, and say how many documents there are."""

    def status(self, kind: str) -> Status:
        """Compare the index with the database, document by document."""
