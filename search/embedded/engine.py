"""The embedded engine: what `search.interface.engine.Engine` promises, out of the site's own database."""

import logging
import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from django.utils import timezone

from cms.freshness.making import is_remembering, spoken_for, unremembered
from cms.freshness.memory import once_a_version
from search.embedded import checking, comparing, composing, draining, indexing, rebuilding, rows, suggesting
from search.embedded.locking import HASTY, PATIENT, IndexBusy, write_lock
from search.embedded.snapshots import Snapshots
from search.embedded.state import State
from search.freshness import notes
from search.interface.documents import Document
from search.interface.engine import Progress, Status
from search.interface.query import NO_FILTERS, Filters, Query
from search.interface.result import Relaxation, Result, Suggestion
from search.interface.schema import Schema
from search.observing import observed
from search.registry import registry

T = TypeVar("T")

logger = logging.getLogger(__name__)

BUDGET = 2.0  # seconds that the very first search, which has no index yet, spends on indexing
PATIENCE = 1.0  # seconds that a save waits for the index
PAUSE = 2.0  # seconds without another try after the index could not be written
TRIES = 4  # how often an answer is computed anew when the index moves under it


class EmbeddedEngine:
    """Posting lists in the site's database; the facets and orders of every kind in each process."""

    def __init__(self) -> None:
        self._snapshots = Snapshots()
        self._day: date | None = None
        self._not_before = 0.0

    #: What figures call the engine.
    product = "database"

    def search(self, kind: str, query: Query) -> Result:
        """One page of what matches, with counts."""
        return observed(kind, self.product, self._answer(kind, query))

    def _answer(self, kind: str, query: Query) -> Result:
        started = time.perf_counter()
        schema = registry.get(kind).schema
        head = self._remembering_head(kind)
        stale = head is not None and head.pending

        def ask(now: rows.Head | None) -> Result | None:
            return self._consistent(
                schema, now, lambda state: composing.answer(state, schema, query, started, stale=stale)
            )

        result = ask(head) or Result(0, (), {facet.name: {} for facet in schema.facets if facet.counted})
        return checking.checked(registry.get(kind), result, lambda: ask(rows.head())) if stale else result

    def suggest(
        self, kind: str, prefix: str, limit: int = 8, *, filters: Filters = NO_FILTERS, literal: bool = False
    ) -> tuple[Suggestion, ...]:
        """What somebody who typed this far may mean."""
        schema = registry.get(kind).schema
        head = self._remembering_head(kind)
        query = Query(prefix, filters, literal=literal)
        return self._consistent(schema, head, lambda state: suggesting.suggest(state, schema, query, limit)) or ()

    def relaxations(self, kind: str, query: Query) -> tuple[Relaxation, ...]:
        """For each single condition the total without it, where that is not zero."""
        schema = registry.get(kind).schema
        head = self._remembering_head(kind)
        return self._consistent(schema, head, lambda state: composing.relaxed(state, schema, query)) or ()

    def put(self, kind: str, documents: Iterable[Document]) -> None:
        """Index these documents in place of what stood under their ids."""
        schema = registry.get(kind).schema
        with write_lock(PATIENT):
            indexing.write(schema, list(documents), ())

    def remove(self, kind: str, ids: Iterable[int]) -> None:
        """Forget these documents."""
        schema = registry.get(kind).schema
        with write_lock(PATIENT):
            indexing.write(schema, [], list(ids))

    def refresh(self, seconds: float = 60.0) -> bool:
        """Index what was noted, for about so many seconds; True if nothing is left."""
        done = draining.drain(wait=PATIENT, budget=seconds)
        draining.try_again(PATIENT)
        return done

    def keep_up(self, own: Sequence[tuple[str, int]] = ()) -> bool:
        """Index one's own objects and a small share of what else was noted; True if nothing is left."""
        try:
            return draining.keep_up(PATIENCE, own)
        except IndexBusy:
            return False  # whoever writes the index now, or the next search, does it

    def recheck(self, kind: str) -> None:
        """Have every object and every indexed document of a kind looked at again."""
        notes.note_all(registry.get(kind))
        comparing.note_indexed(kind)

    def rebuild(self, kind: str, report: Callable[[Progress], None] | None = None) -> int:
        """Index everything anew beside the living index and swap."""
        return rebuilding.rebuild(registry.get(kind), report)

    def status(self, kind: str) -> Status:
        """Compare the index with the database."""
        return comparing.status(registry.get(kind))

    def forget(self) -> None:
        """Drop what this process keeps; the next call reads it anew."""
        self._snapshots.forget()
        self._day, self._not_before = None, 0.0

    def _caught_up(self) -> rows.Head | None:
        """The head of the log after the notes that wait have been worked off, if that can be done soon."""
        head = rows.head()
        today = timezone.localdate()
        if head is not None and not head.pending and today == self._day:
            return head
        if time.monotonic() < self._not_before:
            return head
        try:
            if today != self._day:
                draining.note_expired(today)
            if head is None:
                draining.drain(wait=HASTY, budget=BUDGET)
            else:
                draining.keep_up(HASTY)
            self._day = today
        except IndexBusy:
            self._not_before = time.monotonic() + PAUSE
        except Exception:
            # What is wrong with the index, or with tables that are not migrated yet, must not take the search away
            # from everybody; a database that is gone makes the next line raise.
            logger.exception("The search could not index what changed")
            self._not_before = time.monotonic() + PAUSE
        return rows.head()

    def _remembering_head(self, kind: str) -> rows.Head | None:
        """The head after catching up; where something still waits, what is said of it is not remembered."""
        with spoken_for():
            head = self._caught_up()
        # Whatever is remembered hangs on this kind's own news alone, not on those of others.
        if is_remembering():
            once_a_version(("search", kind), partial(self._news, kind), by_value=True)
        if head is not None and head.pending:
            unremembered()
        return head

    def _news(self, kind: str) -> tuple[Hashable, ...]:
        """Another one whenever the index of this kind is, and while a note of it waits."""
        head = rows.head()
        state = self._snapshots.current(registry.get(kind).schema, head) if head else None
        return state and (state.generation, state.news), notes.first_of(kind)

    def _consistent(self, schema: Schema, head: rows.Head | None, compute: Callable[[State], T]) -> T | None:
        """What `compute` says of one state of the index, computed anew if the index moved meanwhile."""
        answer = None
        for _ in range(TRIES):
            with spoken_for():
                state = self._snapshots.current(schema, head) if head else None
            if state is None:
                return None
            before = state.reads
            answer = compute(state)
            if state.reads == before:
                return answer
            with spoken_for():
                now = rows.head()
            if now is not None and (now.sequence, now.token) == (state.sequence, state.token):
                return answer
            head = now
        return answer
