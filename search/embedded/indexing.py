"""Computes documents and writes them; an object that cannot be indexed is set aside and stops nobody else."""

import logging
from collections.abc import Callable, Iterable, Sequence

from search.embedded import generations
from search.embedded.writer import Writer
from search.faults import attempt as attempting
from search.faults import is_its_own
from search.freshness import aside
from search.interface.documents import Document
from search.interface.schema import Schema
from search.registry import Registration

logger = logging.getLogger(__name__)

TRIES = 60  # of one transaction: enough to find some bad ones among a thousand, and nobody waits long for the lock


def index(registration: Registration, ids: Sequence[int]) -> tuple[list[int], list[int]]:
    """Compute these documents anew and write them; the caller holds the write lock.

    Returns who was set aside, and who has to be looked at once more because very many cannot be indexed.
    """
    failed, undecided = bisected(
        ids, lambda part: write(registration.schema, list(registration.documents(part)), part), tries=TRIES
    )
    for number, error in failed.items():
        set_aside(registration, number, error)
    return list(failed), undecided


def bisected(
    ids: Sequence[int], attempt: Callable[[list[int]], object], *, tries: int
) -> tuple[dict[int, Exception], list[int]]:
    """Attempt all together, halves where that fails: who fails alone, and who was not decided within `tries`.

    What a failed attempt wrote is taken back. A failure of the database is nobody's own and is raised.
    """
    failed: dict[int, Exception] = {}
    waiting = [list(ids)] if ids else []
    while waiting and tries:
        part, tries = waiting.pop(), tries - 1
        try:
            with attempting():
                attempt(part)
        except Exception as error:
            if not is_its_own(error):
                raise
            if len(part) == 1:
                failed[part[0]] = error
            else:
                middle = len(part) // 2
                waiting += [part[middle:], part[:middle]]
    return failed, [number for part in waiting for number in part]


def set_aside(registration: Registration, number: int, error: Exception) -> None:
    """Put one object aside; its former document stays only while it is known that it may be found."""
    logger.error("%s %d cannot be indexed", registration.kind, number, exc_info=error)
    if number not in registration.still_found([number]):
        write(registration.schema, [], [number])
    aside.put(registration.kind, number, error)


def write(schema: Schema, documents: Sequence[Document], asked: Iterable[int]) -> int:
    """Write documents into every generation that takes changes; the ids that were asked for and did not come leave."""
    found = {document.id for document in documents}
    gone = [number for number in asked if number not in found]
    changed = 0
    for generation in generations.writable(schema):
        live = generation.state == generation.State.LIVE
        changed += Writer(schema, generation, log=live).apply(documents, gone)
    return changed
