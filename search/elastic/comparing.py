"""Compares the cluster with the database's index, document by document."""

from collections.abc import Iterator
from dataclasses import replace

from search.elastic.clients import PATIENT, Server
from search.elastic.errors import IndexGone
from search.elastic.pointer import Pointer
from search.embedded import rows
from search.interface.engine import Drift, Status

PORTION = 5000  # documents read in one request


def with_server(status: Status, server: Server, pointer: Pointer | None, kind: str) -> Status:
    """The status of the database's index, and what the cluster lacks or has too much."""
    own = _own(kind)
    try:
        theirs = dict(_theirs(server, pointer.alias)) if pointer else {}
    except IndexGone:
        theirs = {}
    drift = status.drift
    different = (id_ for id_, digest in own.items() if theirs.get(id_, digest) != digest)
    return replace(
        status,
        size=status.size + sum(server.indices(pointer.alias).values()) if pointer and theirs else status.size,
        drift=Drift(
            missing=_joined(drift.missing, own.keys() - theirs.keys()),
            extra=_joined(drift.extra, theirs.keys() - own.keys()),
            different=_joined(drift.different, different),
        ),
    )


def _joined(some: tuple[int, ...], more: Iterator[int] | set[int]) -> tuple[int, ...]:
    return tuple(sorted({*some, *more}))


def _own(kind: str) -> dict[int, str]:
    found = rows.live_generation(kind)
    sql = "SELECT object_id, hash FROM duet_search_storeddocument WHERE generation_id = %s"
    return dict(rows.fetch(sql, [found[0]])) if found else {}


def _theirs(server: Server, alias: str) -> Iterator[tuple[int, str]]:
    server.refresh(alias)
    body = {"size": PORTION, "sort": ["number"], "_source": ["id", "hash"], "track_total_hits": False}
    after: list[int] | None = None
    while True:
        asked = {**body, "search_after": after} if after else body
        (answer,) = server.msearch(alias, [asked], PATIENT)
        hits = answer["hits"]["hits"]
        for hit in hits:
            yield hit["_source"]["id"], hit["_source"]["hash"]
        if len(hits) < PORTION:
            return
        after = hits[-1]["sort"]
