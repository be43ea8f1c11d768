"""The generations of an index: the living one, the one that grows, and those that have served."""

import secrets

from django.db import connection

from search.embedded import rows
from search.embedded.changes import write_log
from search.embedded.families import Family
from search.embedded.models import Generation, LogEntry, Posting, Shelf, StoredDocument
from search.interface.schema import Schema
from search.language.analysis import VERSION

PIECE = 5000  # rows deleted in one transaction
LOG_KEPT = 20_000  # entries; a process that is further behind reads everything anew
# Entries that say which document changed stay longer: a search server that was away is told of these alone. A change
# writes about a hundred entries, so this is some 200,000 changes, and at most 20 MB.
CHANGES_KEPT = 20_000_000
_trimmed = {"until": 0}
LASTING = (Family.CARD, Family.GENERATION, Family.SYNONYMS)


def fingerprint(schema: Schema) -> str:
    """Changes when the same objects would be indexed otherwise."""
    return f"{schema.fingerprint()}.{VERSION}"


def create(schema: Schema, state: Generation.State) -> Generation:
    """An empty generation."""
    return Generation.objects.create(kind=schema.kind, state=state, fingerprint=fingerprint(schema))


def living(schema: Schema) -> Generation:
    """The living generation, an empty one if there was none; the caller holds the write lock."""
    found = Generation.objects.filter(kind=schema.kind, state=Generation.State.LIVE).first()
    if found is None:
        found = create(schema, Generation.State.LIVE)
        announce(found)
    return found


def writable(schema: Schema) -> list[Generation]:
    """The generations that changes go into: the living one first, then one that is being built."""
    states = (Generation.State.LIVE, Generation.State.BUILDING)
    found = list(Generation.objects.filter(kind=schema.kind, state__in=states))
    if not any(one.state == Generation.State.LIVE for one in found):
        found.append(living(schema))
    return sorted(found, key=lambda one: one.state != Generation.State.LIVE)


def announce(generation: Generation) -> None:
    """Tell all processes that this generation lives now."""
    write_log(secrets.randbits(62), generation.pk, [(Family.GENERATION, generation.kind, 0)])


def announce_synonyms() -> None:
    """Tell all processes that the editors changed the synonyms."""
    write_log(secrets.randbits(62), 0, [(Family.SYNONYMS, "", 0)])


def discard(generation: int) -> None:
    """Delete a generation that nobody reads, piece by piece so that nobody waits long for it."""
    for model in (Posting, StoredDocument, Shelf):
        table = model._meta.db_table
        piece = f"SELECT id FROM {table} WHERE generation_id = %s LIMIT {PIECE}"
        deleted = PIECE
        while deleted == PIECE:
            with connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {table} WHERE id IN ({piece})", [generation])
                deleted = cursor.rowcount
    Generation.objects.filter(pk=generation).delete()


def trim_log() -> None:
    """Forget entries that every living process has read long ago, and later the changes themselves."""
    newest = rows.newest()
    if newest <= 2 * LOG_KEPT:
        return
    # From where this process stopped the last time: what lasts would be looked through again and again.
    begin = _trimmed["until"] if _trimmed["until"] <= newest else 0
    old = LogEntry.objects.filter(sequence__gt=begin, sequence__lte=newest - LOG_KEPT)
    old.exclude(family__in=LASTING).delete()
    LogEntry.objects.filter(sequence__lte=newest - CHANGES_KEPT).delete()
    _trimmed["until"] = newest - LOG_KEPT
