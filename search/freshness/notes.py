"""Notes of changes: written by triggers, taken by whoever indexes them, forgotten in the same transaction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count

from search.freshness.models import Change
from search.registry import Registration

_TAKE = "SELECT sequence, kind, object_id FROM duet_search_change {} LIMIT %s"

SYNONYMS = "~synonyms"  # a note of this kind says that the editors' synonyms changed


@dataclass(frozen=True, slots=True)
class Notes:
    """Some notes: the ids to renew by kind, and what to forget once that is done."""

    ids: dict[str, list[int]]
    sequences: Sequence[int]

    def __bool__(self) -> bool:
        return bool(self.sequences)


def take(limit: int, *, newest: bool = False) -> Notes:
    """The oldest notes, or the newest, at most `limit`; they stay until they are forgotten."""
    return _read(_TAKE.format("ORDER BY sequence DESC" if newest else "ORDER BY sequence"), [limit])


def take_of(kind: str, ids: Sequence[int]) -> Notes:
    """All notes of these objects."""
    marks = ",".join(["%s"] * len(ids))
    where = f"WHERE kind = %s AND object_id IN ({marks})"
    return _read(_TAKE.format(where), [kind, *ids, 2**62])


def _read(sql: str, parameters: Sequence[int | str]) -> Notes:
    ids: defaultdict[str, dict[int, None]] = defaultdict(dict)
    sequences = []
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        for sequence, kind, object_id in cursor.fetchall():
            sequences.append(sequence)
            ids[kind][object_id] = None
    return Notes({kind: list(found) for kind, found in ids.items()}, sequences)


def forget(notes: Notes) -> None:
    """The notes are worked off: exactly these, for older ones may still appear when a long transaction commits."""
    marks = ",".join(["%s"] * len(notes.sequences))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM duet_search_change WHERE sequence IN ({marks})", notes.sequences)


def note(kind: str, ids: Sequence[int]) -> None:
    """Note these objects."""
    Change.objects.bulk_create(Change(kind=kind, object_id=number) for number in ids)


def oldest() -> datetime | None:
    """When the note was written that waits longest; None if none waits."""
    return Change.objects.order_by("sequence").values_list("noted_at", flat=True).first()


def any_pending() -> bool:
    """Whether any note waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM duet_search_change LIMIT 1")
        return cursor.fetchone() is not None


def count(limit: int) -> int:
    """How many notes wait, counted up to `limit`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM (SELECT 1 FROM duet_search_change LIMIT %s) AS found", [limit])
        return int(cursor.fetchone()[0])


def count_of(kind: str) -> int:
    """How many objects of a kind wait."""
    return Change.objects.filter(kind=kind).aggregate(found=Count("object_id", distinct=True))["found"] or 0


def first_of(kind: str) -> int | None:
    """The first note that waits to alter what is found of a kind, the editors' words among them; None if none does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(sequence) FROM duet_search_change WHERE kind IN (%s, %s)", [kind, SYNONYMS])
        found: tuple[int | None] = cursor.fetchone()
    return found[0]


def among(kind: str, ids: Sequence[int]) -> list[int]:
    """Those of these objects that wait; a few of them, as a page shows."""
    found = Change.objects.filter(kind=kind, object_id__in=ids)
    return list(found.values_list("object_id", flat=True).distinct())


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
