"""Compares the living index with the database, document by document."""

from django.db import connection

from search.embedded import generations, rows
from search.freshness import notes
from search.interface.engine import Drift, Status
from search.registry import Registration

BATCH = 1000


def status(registration: Registration) -> Status:
    """The state of one kind; reads and computes every document. Objects that wait for their turn are no drift."""
    waiting = notes.waiting(registration.kind)
    found = rows.live_generation(registration.kind)
    stored: dict[int, str] = {}
    size = 0
    if found:
        sql = "SELECT object_id, hash FROM duet_search_storeddocument WHERE generation_id = %s"
        stored = dict(rows.fetch(sql, [found[0]]))
        size = _size(found[0])
    missing, different, seen = [], [], set()
    ids = list(registration.model._base_manager.order_by("pk").values_list("pk", flat=True))
    for batch in rows.batches(ids, BATCH):
        for document in registration.documents(batch):
            seen.add(document.id)
            if document.id in waiting:
                continue
            if document.id not in stored:
                missing.append(document.id)
            elif stored[document.id] != document.content_hash():
                different.append(document.id)
    extra = sorted(stored.keys() - seen - waiting)
    return Status(
        documents=len(stored),
        pending=len(waiting),
        size=size,
        schema_is_current=found is not None and found[1] == generations.fingerprint(registration.schema),
        drift=Drift(tuple(missing), tuple(extra), tuple(different)),
    )


def note_indexed(kind: str) -> None:
    """Note every indexed document, those too whose object is gone."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO duet_search_change (kind, object_id)
            SELECT g.kind, d.object_id FROM duet_search_storeddocument d
            JOIN duet_search_generation g ON g.id = d.generation_id WHERE g.kind = %s AND g.state = 'live'
            """,
            [kind],
        )


def _size(generation: int) -> int:
    parts = (
        ("duet_search_posting", "length(bitmap) + length(term) + 16"),
        ("duet_search_storeddocument", "length(card) + length(keys) + length(terms) + 60"),
        ("duet_search_shelf", "length(numbers) + length(keys) + length(first)"),
    )
    return sum(
        int(rows.fetch(f"SELECT coalesce(sum({size}), 0) FROM {table} WHERE generation_id = %s", [generation])[0][0])
        for table, size in parts
    )
