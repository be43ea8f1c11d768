"""Works the notes off: documents are computed anew and written, notes forgotten, in one transaction."""

import time
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection

from search.embedded import generations
from search.embedded.locking import write_lock
from search.embedded.rows import fetch
from search.embedded.writer import Writer
from search.freshness import notes
from search.interface.documents import Document
from search.interface.errors import UnknownKind
from search.interface.schema import Schema
from search.registry import registry

PORTION = 200  # notes in one transaction: some tenths of a second


def drain(*, wait: float, budget: float) -> bool:
    """Work off notes for about `budget` seconds; True if none is left. Raises IndexBusy after `wait` seconds."""
    end = time.monotonic() + budget
    while notes.any_pending():
        with write_lock(wait):
            portion()
        if time.monotonic() > end:
            return not notes.any_pending()
    return True


def portion(limit: int = PORTION) -> bool:
    """Work off some notes in the transaction of the caller, who holds the write lock; False if there were none."""
    taken = notes.take(limit)
    for kind, ids in taken.ids.items():
        if kind == notes.SYNONYMS:
            generations.announce_synonyms()
            continue
        try:
            registration = registry.get(kind)
        except UnknownKind:
            continue  # a trigger outlived its kind
        write(registration.schema, list(registration.documents(ids)), ids)
    if taken:
        notes.forget(taken)
        if taken.sequences[-1] % 50 == 0 or len(taken.sequences) == limit:
            generations.trim_log()
    return bool(taken)


def write(schema: Schema, documents: Sequence[Document], asked: Iterable[int]) -> int:
    """Write documents into every generation that takes changes; the ids that were asked for and did not come leave."""
    found = {document.id for document in documents}
    gone = [number for number in asked if number not in found]
    changed = 0
    for generation in generations.writable(schema):
        live = generation.state == generation.State.LIVE
        changed += Writer(schema, generation, log=live).apply(documents, gone)
    return changed


def note_expired(today: date) -> None:
    """Note the documents that today is too late for."""
    expired = "FROM duet_search_storeddocument WHERE valid_until < %s"
    if not fetch(f"SELECT 1 {expired} LIMIT 1", [today.isoformat()]):
        return
    with write_lock(1.0), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO duet_search_change (kind, object_id) "
            "SELECT g.kind, d.object_id FROM duet_search_storeddocument d "
            "JOIN duet_search_generation g ON g.id = d.generation_id AND g.state = 'live' WHERE d.valid_until < %s",
            [today.isoformat()],
        )
