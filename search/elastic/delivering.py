"""Brings the cluster up to the database's index: the log tells which documents changed, their newest state is sent.

Several processes may deliver at once. Every write carries the newest entry of the log that its sender knew, so what an
earlier sender knew never replaces what a later one did.
"""

import json
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from search.elastic.clients import PATIENT, Json, Server
from search.elastic.errors import IndexGone, ServerFailed
from search.elastic.mapping import index_body
from search.elastic.pointer import Pointer, Pointers
from search.elastic.sources import Source, changed, everything
from search.embedded import generations, rows
from search.embedded.families import Family
from search.interface.engine import Progress
from search.interface.schema import Schema

PORTION = 500  # documents in one bulk
_CHANGES = """
    SELECT sequence, token, chunk FROM duet_search_logentry
    WHERE sequence > %s AND sequence <= %s AND family = %s AND generation_id = %s ORDER BY sequence LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where indices are kept and how they are cut."""

    prefix: str
    shards: int
    replicas: int


class Delivery:
    """Sends documents to one cluster."""

    def __init__(self, server: Server, place: Place) -> None:
        self._server, self._place = server, place
        self._pointers = Pointers(server, place.prefix)
        self._known: dict[str, tuple[Pointer, int, int]] = {}  # kind: pointer, and the entry it is known to reach

    def forget(self) -> None:
        """Ask the cluster anew how far it is."""
        self._known.clear()

    def caught_up(self, schema: Schema, generation: int, head: rows.Head, deadline: float) -> str | None:
        """The alias that holds this generation as of this head of the log at least; None where it cannot by then."""
        known = self._known.get(schema.kind)
        if known and known[0].generation == generation and known[1:] == (head.sequence, head.token):
            return known[0].alias
        while (left := deadline - time.monotonic()) > 0:
            read = self._pointers.read(schema.kind, left)
            if read is None or not self._continues(schema, generation, read[0]):
                return None
            pointer, as_read = read
            step = self._step(schema, pointer, head)
            if step is None:
                self._known[schema.kind] = (pointer, head.sequence, head.token)
                return pointer.alias
            moved, sources = step
            self._send(pointer.alias, sources, head.sequence, deadline - time.monotonic(), refresh=True)
            self._pointers.move(schema.kind, moved, as_read, max(0.1, deadline - time.monotonic()))
        return None

    def _continues(self, schema: Schema, generation: int, pointer: Pointer) -> bool:
        """Whether the log leads from where the pointer stands to now."""
        if (pointer.generation, pointer.fingerprint) != (generation, generations.fingerprint(schema)):
            return False
        entries = rows.log_from(pointer.sequence, 1)
        return bool(entries) and (entries[0].sequence, entries[0].token) == (pointer.sequence, pointer.token)

    def _step(self, schema: Schema, pointer: Pointer, head: rows.Head) -> tuple[Pointer, list[Source]] | None:
        """The next documents to send and where the pointer stands after them; None if nothing changed since."""
        entries = rows.fetch(_CHANGES, [pointer.sequence, head.sequence, int(Family.CARD), pointer.generation, PORTION])
        if not entries:
            return None
        last = entries[-1]
        numbers = sorted({number for _, _, number in entries})
        sources = changed(schema, pointer.generation, numbers)
        return replace(pointer, sequence=last[0], token=last[1]), sources

    def _send(self, alias: str, sources: Sequence[Source], version: int, seconds: float, *, refresh: bool) -> None:
        results = self._server.bulk(_operations(alias, sources, version), max(0.1, seconds), refresh=refresh)
        for result in results:
            (verb, outcome) = next(iter(result.items()))
            status = outcome["status"]
            newer = status == 409  # somebody who knew more was quicker
            absent = verb == "delete" and status == 404 and outcome.get("result") == "not_found"
            if status >= 300 and not newer and not absent:
                failure = IndexGone if status == 404 else ServerFailed
                raise failure(json.dumps(outcome.get("error"), default=str)[:500])

    def build(self, schema: Schema, report: Callable[[Progress], None] | None = None) -> int:
        """Send the whole living generation into a new index and point to it; returns how many documents it holds."""
        started, found, head = time.monotonic(), rows.live_generation(schema.kind), rows.head()
        if found is None or head is None:
            return 0
        generation, total = found[0], _documents(found[0])
        alias = f"{self._place.prefix}-{schema.kind}-{generation}-{secrets.token_hex(3)}"
        self._server.create(f"{alias}-data", index_body(self._place.shards, self._place.replicas, alias))
        done = 0
        for sources in everything(schema, generation, PORTION):
            self._send(alias, sources, head.sequence, PATIENT, refresh=False)
            done += len(sources)
            if report:
                report(Progress(done, max(total, done), time.monotonic() - started))
        self._server.refresh(alias)
        fingerprint = generations.fingerprint(schema)
        self._pointers.set(schema.kind, Pointer(alias, generation, fingerprint, head.sequence, head.token), PATIENT)
        self.forget()
        self._sweep(schema.kind, alias)
        # What changed meanwhile is in the log behind the pointer.
        self.caught_up(schema, generation, rows.head() or head, time.monotonic() + PATIENT)
        return done

    def _sweep(self, kind: str, alias: str) -> None:
        """Delete the indices that have served, and those of interrupted runs."""
        for index in self._server.indices(f"{self._place.prefix}-{kind}-*"):
            if index != f"{alias}-data":
                self._server.delete(index)

    def pointer(self, kind: str) -> Pointer | None:
        """Where the cluster says that it is."""
        try:
            read = self._pointers.read(kind, PATIENT)
        except IndexGone:
            return None
        return read[0] if read else None


def _operations(alias: str, sources: Sequence[Source], version: int) -> list[Json]:
    operations: list[Json] = []
    for source in sources:
        target = {"_index": alias, "_id": str(source.number), "version": version, "version_type": "external_gte"}
        operations += [{"delete": target}] if source.body is None else [{"index": target}, source.body]
    return operations


def _documents(generation: int) -> int:
    sql = "SELECT count(*) FROM duet_search_storeddocument WHERE generation_id = %s"
    return int(rows.fetch(sql, [generation])[0][0])
