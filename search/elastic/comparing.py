"""Compares the cluster with the database's index, document by document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.elastic.clients import PATIENT, Server
from search.elastic.errors import IndexGone
from search.elastic.pointer import Pointer
from search.embedded import face
from search.interface.engine import Drift, Status

PORTION = 5000  # documents read in one request

Contents = dict[int, tuple[int, str]]  # by number: id and hash


def with_server(status: Status, server: Server, pointer: Pointer | None, kind: str) -> Status:
    """The status of the database's index, and what the cluster lacks or has too much; raises ServerFailed."""
    generation = face.living(kind)
    own = face.hashes(generation) if generation is not None else {}
    theirs: Contents = {}
    underway: set[int] = set()
    if pointer is not None and pointer.generation == generation:
        try:
            theirs = dict(_theirs(server, pointer.alias))
            underway = face.waiting(generation, pointer.sequence)
        except IndexGone:
            pointer = None
    drift = status.drift
    return replace(
        status,
        size=status.size + sum(server.indices(pointer.alias).values()) if pointer and theirs else status.size,
        behind=len(underway),
        drift=Drift(
            missing=_joined(drift.missing, _ids(own, own.keys() - theirs.keys() - underway)),
            extra=_joined(drift.extra, _ids(theirs, theirs.keys() - own.keys() - underway)),
            different=_joined(drift.different, _ids(own, _different(own, theirs) - underway)),
        ),
    )


def _joined(some: Iterable[int], more: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({*some, *more}))


def _ids(contents: Contents, numbers: Iterable[int]) -> list[int]:
    return [contents[number][0] for number in numbers]


def _different(own: Contents, theirs: Contents) -> set[int]:
    return {number for number in own.keys() & theirs.keys() if own[number] != theirs[number]}


def _theirs(server: Server, alias: str) -> Iterator[tuple[int, tuple[int, str]]]:
    server.refresh(alias)
    body = {"size": PORTION, "sort": ["number"], "_source": ["id", "hash"], "track_total_hits": False}
    after: list[int] | None = None
    while True:
        asked = {**body, "search_after": after} if after else body
        (answer,) = server.msearch(alias, [asked], PATIENT)
        hits = answer["hits"]["hits"]
        for hit in hits:
            yield hit["sort"][0], (hit["_source"]["id"], hit["_source"]["hash"])
        if len(hits) < PORTION:
            return
        after = hits[-1]["sort"]
