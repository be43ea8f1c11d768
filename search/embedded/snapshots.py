"""Holds the newest state of each kind for all threads of the process."""

import threading

from django.db import connection

from search.embedded import refreshing, rows
from search.embedded.state import State
from search.interface.schema import Schema


class Snapshots:
    """The states of this process.

    Inside a transaction the database may show what will be rolled back; such a state stays with its thread.
    """

    def __init__(self) -> None:
        self._shared: dict[str, State] = {}
        self._own = threading.local()
        self._lock = threading.Lock()

    def current(self, schema: Schema, head: rows.Head) -> State | None:
        """The state of this kind at this head of the log; None while nothing was ever indexed."""
        own: dict[str, State] = self._own.__dict__
        alone = connection.in_atomic_block
        state = (own.get(schema.kind) if alone else None) or self._shared.get(schema.kind)
        if state is not None and (state.sequence, state.token) == (head.sequence, head.token):
            return state
        if alone:
            fresh = self._newer(schema, state, head, alone=True)
            if fresh is not None:
                own[schema.kind] = fresh
            return fresh
        own.pop(schema.kind, None)
        with self._lock:
            return self._refresh_shared(schema, head)

    def _refresh_shared(self, schema: Schema, head: rows.Head) -> State | None:
        state = self._shared.get(schema.kind)
        if state is not None and state.token == head.token and state.sequence == head.sequence:
            return state  # another thread was quicker
        fresh = self._newer(schema, state, head, alone=False)
        if fresh is not None:
            self._shared[schema.kind] = fresh
        return fresh

    def _newer(self, schema: Schema, state: State | None, head: rows.Head, *, alone: bool) -> State | None:
        advanced = refreshing.advance(schema, state, head, alone=alone) if state is not None else None
        return advanced or refreshing.load(schema, head)

    def forget(self) -> None:
        """Read everything anew next time."""
        with self._lock:
            self._shared.clear()
        self._own.__dict__.clear()
