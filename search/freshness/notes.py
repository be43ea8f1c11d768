"""Notes of changes: written by triggers, taken by whoever indexes them, forgotten in the same transaction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from search.freshness.models import Change
from search.registry import Registration

_TAKE = "SELECT sequence, kind, object_id FROM duet_search_change ORDER BY sequence LIMIT %s"

SYNONYMS = "~synonyms"  # a note of this kind says that the editors' synonyms changed


@dataclass(frozen=True, slots=True)
class Notes:
    """Some notes: the ids to renew by kind, and what to forget once that is done."""

    ids: dict[str, list[int]]
    sequences: Sequence[int]

    def __bool__(self) -> bool:
        return bool(self.sequences)


def take(limit: int) -> Notes:
    """The oldest notes, at most `limit`; they stay until they are forgotten."""
    ids: defaultdict[str, dict[int, None]] = defaultdict(dict)
    sequences = []
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [limit])
        for sequence, kind, object_id in cursor.fetchall():
            sequences.append(sequence)
            ids[kind][object_id] = None
    return Notes({kind: list(found) for kind, found in ids.items()}, sequences)


def forget(notes: Notes) -> None:
    """The notes are worked off: exactly these, for older ones may still appear when a long transaction commits."""
    marks = ",".join(["%s"] * len(notes.sequences))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM duet_search_change WHERE sequence IN ({marks})", notes.sequences)


def any_pending() -> bool:
    """Whether any note waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM duet_search_change LIMIT 1")
        return cursor.fetchone() is not None


def waiting(kind: str) -> set[int]:
    """The ids of this kind that wait."""
    return set(Change.objects.filter(kind=kind).values_list("object_id", flat=True).distinct())


def note_all(registration: Registration) -> None:
    """Note every object of a kind, where its changes may have gone unseen."""
    meta = registration.model._meta
    quote = connection.ops.quote_name
    column = str(meta.pk.column) if meta.pk else ""  # only abstract models have no key
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO duet_search_change (kind, object_id) SELECT %s, {quote(column)} FROM {quote(meta.db_table)}",
            [registration.kind],
        )
