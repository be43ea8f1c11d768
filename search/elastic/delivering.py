"""Brings the cluster up to the database's index: the log tells which documents changed, their newest state is sent.

Several processes may deliver at once. Every write carries the newest entry of the log that its sender knew, so what an
earlier sender knew never replaces what a later one did.
"""

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from search.elastic.building import Builder, Report
from search.elastic.clients import PATIENT, Server
from search.elastic.errors import BeingBuilt, IndexBehind, IndexGone
from search.elastic.place import Place
from search.elastic.pointer import Pointer, Pointers
from search.elastic.sending import PORTION, send
from search.elastic.sources import changed
from search.embedded import face
from search.interface.schema import Schema

WAIT = 1.0  # seconds between looks at what another process builds


class Delivery:
    """Sends documents to one cluster."""

    def __init__(self, server: Server, place: Place) -> None:
        self._server = server
        self._pointers = Pointers(server, place.prefix)
        self.builder = Builder(server, place, self._pointers)
        self._known: dict[str, tuple[Pointer, int, int]] = {}  # kind: pointer, and the entry it is known to reach
        self._turn = threading.Lock()

    def forget(self) -> None:
        """Ask the cluster anew how far it is."""
        self._known.clear()

    def alias(self, schema: Schema, generation: int, head: face.Head, deadline: float) -> str:
        """The index that holds this generation as of this head of the log at least.

        Somebody waits: a few changes are sent at once, by one thread. Raises IndexBehind where there are more of them
        or another thread sends, IndexGone where the log does not lead there.
        """
        known = self._known.get(schema.kind)
        if known and known[0].generation == generation and known[1:] == (head.sequence, head.token):
            return known[0].alias
        if not self._turn.acquire(blocking=False):
            raise IndexBehind("another thread is bringing the index up to now")
        try:
            for _ in range(2):  # the second look finds nothing more, and remembers that
                sent, pointer = self._step(schema, generation, head, deadline)
                if not sent:
                    return pointer.alias
                if sent == PORTION:
                    break
        finally:
            self._turn.release()
        raise IndexBehind("more has changed than can be sent while somebody waits")

    def deliver(self, schema: Schema, generation: int, head: face.Head, deadline: float) -> int:
        """Send whatever the cluster lacks; how many changes that were. Raises IndexBehind past the deadline."""
        sent = 0
        while True:
            step, _ = self._step(schema, generation, head, deadline)
            sent += step
            if not step:
                return sent
            if time.monotonic() > deadline:
                raise IndexBehind("the rest is left for the next delivery")

    def _step(self, schema: Schema, generation: int, head: face.Head, deadline: float) -> tuple[int, Pointer]:
        """Send one portion; how many changes it held, and where the cluster is now."""
        read = self._pointers.read(schema.kind, _left(deadline))
        if read is None or not _continues(schema, generation, read[0]):
            raise IndexGone(f"{schema.kind}: the log does not lead to now from where the index is")
        pointer, as_read = read
        changes = face.changes(generation, pointer.sequence, head.sequence, PORTION)
        if not changes:
            self._known[schema.kind] = (pointer, head.sequence, head.token)
            return 0, pointer
        self._send(schema, pointer, sorted({one.number for one in changes}), head, deadline)
        moved = replace(pointer, sequence=changes[-1].sequence, token=changes[-1].token)
        self._pointers.move(schema.kind, moved, as_read, _left(deadline))
        return len(changes), moved

    def _send(self, schema: Schema, pointer: Pointer, numbers: Sequence[int], head: face.Head, deadline: float) -> None:
        sources = changed(schema, pointer.generation, numbers)
        send(self._server, pointer.alias, sources, head.sequence, _left(deadline), refresh=True)

    def build(self, schema: Schema, report: Report | None = None) -> int:
        """A new index; how many documents it holds."""
        self.forget()
        return self.builder.build(schema, report)

    def build_or_wait(self, schema: Schema, report: Report | None = None) -> None:
        """A new index; where another process builds it, wait until that one stands."""
        while True:
            try:
                self.build(schema, report)
            except BeingBuilt:
                time.sleep(WAIT)
            else:
                return
            pointer, generation = self.pointer(schema.kind), face.living(schema.kind)
            if pointer and generation is not None and _continues(schema, generation, pointer):
                return

    def pointer(self, kind: str) -> Pointer | None:
        """Where the cluster says that it is."""
        try:
            read = self._pointers.read(kind, PATIENT)
        except IndexGone:
            return None
        return read[0] if read else None


def _continues(schema: Schema, generation: int, pointer: Pointer) -> bool:
    """Whether the log leads from where the pointer stands to now."""
    same: Any = (pointer.generation, pointer.fingerprint) == (generation, face.fingerprint(schema))
    return bool(same and face.is_logged(pointer.sequence, pointer.token))


def _left(deadline: float) -> float:
    return max(0.05, deadline - time.monotonic())
