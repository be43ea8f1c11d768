"""Compares the living index with the database, document by document."""

from collections.abc import Mapping, Sequence

from django.db import connection

from search.embedded import generations, indexing, rows
from search.freshness import aside, notes
from search.interface.engine import Drift, Status, Unindexed
from search.registry import Registration

BATCH = 1000


def status(registration: Registration) -> Status:
    """The state of one kind; reads and computes every document.

    Objects that wait for their turn, or cannot be indexed, are no drift.
    """
    reasons = aside.reasons(registration.kind)
    waiting = notes.waiting(registration.kind)
    found = rows.live_generation(registration.kind)
    stored: dict[int, str] = {}
    size = 0
    if found:
        sql = "SELECT object_id, hash FROM duet_search_storeddocument WHERE generation_id = %s"
        stored = dict(rows.fetch(sql, [found[0]]))
        size = _size(found[0])
    missing, different = [], []
    seen: set[int] = set()
    skipped = waiting | reasons.keys()
    ids = list(registration.model._base_manager.order_by("pk").values_list("pk", flat=True))
    for batch in rows.batches(ids, BATCH):
        found_hashes, failed = _hashes(registration, batch)
        reasons.update({number: aside.reason(error) for number, error in failed.items() if number not in reasons})
        seen.update(found_hashes)
        for number, digest in found_hashes.items():
            if number in skipped:
                continue
            if number not in stored:
                missing.append(number)
            elif stored[number] != digest:
                different.append(number)
    extra = sorted(stored.keys() - seen - waiting - reasons.keys())
    return Status(
        documents=len(stored),
        pending=len(waiting),
        size=size,
        schema_is_current=found is not None and found[1] == generations.fingerprint(registration.schema),
        drift=Drift(tuple(missing), tuple(extra), tuple(different)),
        unindexed=_named(registration, reasons),
    )


def _hashes(registration: Registration, ids: Sequence[int]) -> tuple[dict[int, str], dict[int, Exception]]:
    """The content hashes of the documents of these objects, and why others cannot be computed."""
    found: dict[int, str] = {}

    def compute(part: list[int]) -> None:
        found.update({document.id: document.content_hash() for document in registration.documents(part)})

    failed, _undecided = indexing.bisected(ids, compute, tries=2 * len(ids))  # enough for every single one
    return found, failed


def _named(registration: Registration, reasons: Mapping[int, str]) -> tuple[Unindexed, ...]:
    """The objects that cannot be indexed, by name; one that cannot even say its name has none."""
    rows_by_id = registration.model._base_manager.in_bulk(list(reasons))
    named = []
    for number, why in sorted(reasons.items()):
        try:
            name = str(rows_by_id.get(number, ""))
        except Exception:
            name = ""
        named.append(Unindexed(number, name, why))
    return tuple(named)


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
