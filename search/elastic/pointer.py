"""Which index of the cluster answers for a kind, and up to which entry of the log it was told of changes.

The pointer stands in the cluster, beside the data that it speaks of: a cluster that lost its data, or a database that
was put back from a backup, is found out by it.
"""

from dataclasses import asdict, dataclass
from typing import Any

from search.elastic.clients import Server
from search.elastic.errors import IndexGone


@dataclass(frozen=True, slots=True)
class Pointer:
    """`alias` holds the documents of a generation as of the entry (sequence, token) of the log."""

    alias: str
    generation: int
    fingerprint: str
    sequence: int
    token: int


class Pointers:
    """The pointers of all kinds, one document each."""

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

    def set(self, kind: str, pointer: Pointer, seconds: float) -> None:
        """Point to another index."""
        try:
            self._server.refresh(self._index)
        except IndexGone:
            settings = {"number_of_shards": 1, "auto_expand_replicas": "0-2"}
            self._server.create(self._index, {"settings": settings, "mappings": {"enabled": False}})
        self._server.put(self._index, kind, asdict(pointer), seconds)
