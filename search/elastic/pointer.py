"""Which index of the cluster answers for a kind, up to which entry of the log it was told of changes, what is built.

The pointer stands in the cluster, beside the data that it speaks of: a cluster that lost its data, or a database that
was put back from a backup, is found out by it.
"""

from dataclasses import asdict, dataclass
from typing import Any

from search.elastic.clients import PATIENT, Server
from search.elastic.errors import IndexGone


@dataclass(frozen=True, slots=True)
class Pointer:
    """`alias` holds the documents of a generation as of the entry (sequence, token) of the log."""

    alias: str
    generation: int
    fingerprint: str
    sequence: int
    token: int


@dataclass(frozen=True, slots=True)
class Site:
    """An index being built: the documents up to the number `last` are sent; `beat` is when its builder last said so."""

    pointer: Pointer
    last: int
    beat: float  # seconds since the epoch


class Pointers:
    """The pointers of all kinds and the building sites, a document each."""

    def __init__(self, server: Server, prefix: str) -> None:
        self._server = server
        self._index = f"{prefix}-pointers"

    def read(self, kind: str, seconds: float) -> tuple[Pointer, dict[str, Any]] | None:
        """The pointer of a kind and how it was read; None where nothing was ever built."""
        found = self._server.get(self._index, kind, seconds)
        return (Pointer(**found["_source"]), found) if found else None

    def move(self, kind: str, pointer: Pointer, after: dict[str, Any], seconds: float) -> bool:
        """Say how far the index is, unless somebody else has said so since `after` was read."""
        return self._server.put(self._index, kind, asdict(pointer), seconds, after)

    def set(self, kind: str, pointer: Pointer) -> None:
        """Point to another index."""
        self._server.put(self._index, kind, asdict(pointer), PATIENT)

    def site(self, kind: str) -> tuple[Site, dict[str, Any]] | None:
        """Where an index is being built, or was left unfinished."""
        found = self._server.get(self._index, _site(kind), PATIENT)
        if not found or not found["_source"]:
            return None
        source = found["_source"]
        return Site(Pointer(**source["pointer"]), source["last"], source["beat"]), found

    def occupy(self, kind: str, site: Site, after: dict[str, Any] | None) -> bool:
        """Say that this index is being built, unless somebody has said something since `after` was read."""
        return self._server.put(self._index, _site(kind), asdict(site), PATIENT, after)

    def leave(self, kind: str) -> None:
        """Nothing is being built any more."""
        self._server.put(self._index, _site(kind), {}, PATIENT)

    def prepare(self) -> None:
        """Create the index of pointers where there is none."""
        try:
            self._server.refresh(self._index)
        except IndexGone:
            settings = {"number_of_shards": 1, "auto_expand_replicas": "0-2"}
            self._server.create(self._index, {"settings": settings, "mappings": {"enabled": False}})


def _site(kind: str) -> str:
    return f"{kind}.building"
