"""Builds a new index beside the old one: one builder at a time, and what a killed one left behind is continued."""

import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from search.elastic.clients import PATIENT, Server
from search.elastic.errors import BeingBuilt, IndexGone, IndexUnfit
from search.elastic.mapping import index_body
from search.elastic.place import Place
from search.elastic.pointer import Pointer, Pointers, Site
from search.elastic.sending import PORTION, send
from search.elastic.sources import Source, everything
from search.embedded import face
from search.interface.engine import Progress
from search.interface.schema import Schema

SILENCE = 30.0  # seconds without a word, after which a builder is taken for dead; one portion takes well under one

Report = Callable[[Progress], None]


class Builder:
    """Builds indices of one cluster."""

    silence = SILENCE

    def __init__(self, server: Server, place: Place, pointers: Pointers) -> None:
        self._server, self._place, self._pointers = server, place, pointers

    def build(self, schema: Schema, report: Report | None = None) -> int:
        """Send the whole living generation into a new index and point to it; returns how many documents it holds.

        What changes meanwhile stands in the log behind the new pointer. Raises BeingBuilt where another process is
        at it.
        """
        generation, head = face.living(schema.kind), face.head()
        if generation is None or head is None:
            return 0
        self._pointers.prepare()
        site = self._occupied(schema, generation, head)
        started, total, done = time.monotonic(), face.size(generation), 0
        for sources in everything(schema, generation, PORTION, site.last):
            self._send(schema.kind, site, sources)
            site = self._beat(schema.kind, replace(site, last=sources[-1].number))
            done += len(sources)
            if report:
                report(Progress(done, max(total, done), time.monotonic() - started))
        self._server.refresh(site.pointer.alias)
        self._beat(schema.kind, site)
        self._pointers.set(schema.kind, site.pointer)
        self._pointers.leave(schema.kind)
        self._sweep(schema.kind, site.pointer.alias)
        return total

    def _send(self, kind: str, site: Site, sources: Sequence[Source]) -> None:
        try:
            send(self._server, site.pointer.alias, sources, site.pointer.sequence, PATIENT, refresh=False)
        except IndexUnfit:
            self._server.delete(f"{site.pointer.alias}-data")  # to continue it would be of no use
            self._pointers.leave(kind)
            raise

    def _occupied(self, schema: Schema, generation: int, head: face.Head) -> Site:
        """The building site, ours from now on: one that was left unfinished, or a new one."""
        read = self._pointers.site(schema.kind)
        fingerprint = face.fingerprint(schema)
        if read and (read[0].pointer.generation, read[0].pointer.fingerprint) == (generation, fingerprint):
            if time.time() - read[0].beat < self.silence:
                raise BeingBuilt(f"{schema.kind}: another process is building the index")
            if self._can_be_continued(read[0]):
                return self._taken(schema.kind, read[0], read[1])
        alias = f"{self._place.prefix}-{schema.kind}-{generation}-{secrets.token_hex(3)}"
        pointer = Pointer(alias, generation, fingerprint, head.sequence, head.token)
        site = self._taken(schema.kind, Site(pointer, -1, 0.0), read[1] if read else None)
        self._server.create(f"{alias}-data", index_body(self._place.shards, self._place.replicas, alias))
        return site

    def _can_be_continued(self, site: Site) -> bool:
        try:
            self._server.refresh(site.pointer.alias)
        except IndexGone:
            return False
        return face.is_logged(site.pointer.sequence, site.pointer.token)

    def _taken(self, kind: str, site: Site, after: dict[str, object] | None) -> Site:
        ours = replace(site, beat=time.time())
        if not self._pointers.occupy(kind, ours, after):
            raise BeingBuilt(f"{kind}: another process has just begun to build the index")
        return ours

    def _beat(self, kind: str, site: Site) -> Site:
        """Say that we are alive and how far we are; BeingBuilt where the site is no longer ours."""
        read = self._pointers.site(kind)
        if read is None or read[0].pointer.alias != site.pointer.alias:
            raise BeingBuilt(f"{kind}: another process builds a newer index")
        return self._taken(kind, site, read[1])

    def _sweep(self, kind: str, alias: str) -> None:
        """Delete the indices that have served, and those of interrupted runs."""
        site = self._pointers.site(kind)
        kept = {f"{alias}-data", f"{site[0].pointer.alias}-data" if site else ""}
        ours = re.compile(rf"{re.escape(self._place.prefix)}-{re.escape(kind)}-\d+-[0-9a-f]+-data")
        for index in self._server.indices(f"{self._place.prefix}-{kind}-*"):
            if index not in kept and ours.fullmatch(index):
                self._server.delete(index)
