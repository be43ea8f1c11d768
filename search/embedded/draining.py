"""Works the notes off: documents are computed anew and written, notes forgotten, in one transaction."""

import time
from collections.abc import Sequence
from datetime import date

from django.db import connection
from django.utils import timezone

from search.embedded import generations, indexing
from search.embedded.locking import write_lock
from search.embedded.rows import batches, fetch
from search.freshness import aside, notes
from search.interface.errors import UnknownKind
from search.registry import Registration, registry

PORTION = 250  # notes in one transaction: some tenths of a second
BREATH = 0.06  # seconds between transactions, in which other writers of the database get their turn
SMALL = 100  # so many notes are worked off by whoever comes first
SHARE = 16  # of more than that, so many objects are the part of one request
HURRIED = 0.05  # seconds: that part is small, and others have it as well


def drain(*, wait: float, budget: float) -> bool:
    """Work off notes for about `budget` seconds; True if none is left. Raises IndexBusy after `wait` seconds.

    Of many, those come first whose objects may not be found any more.
    """
    end = time.monotonic() + budget
    if notes.count(SMALL + 1) > SMALL:
        withdraw(wait)
    while notes.any_pending():
        with write_lock(wait):
            portion()
        if time.monotonic() > end:
            return not notes.any_pending()
        if not connection.in_atomic_block:
            time.sleep(BREATH)
    return True


def keep_up(wait: float, own: Sequence[tuple[str, int]] = ()) -> bool:
    """What one request does: a few notes all, of many its own and a small share, the newest; True if none is left.

    Raises IndexBusy after `wait` seconds, sooner where there are many.
    """
    waiting = notes.count(SMALL + 1)
    if not waiting:
        return True
    few = waiting <= SMALL
    with write_lock(wait if few else min(wait, HURRIED)):
        for kind, number in own[:SHARE] if not few else ():
            work_off(notes.take_of(kind, [number]))
        work_off(notes.take(SMALL if few else SHARE, newest=not few))
    return few and not notes.any_pending()


def withdraw(wait: float) -> None:
    """Take out of the index, among all objects that wait, those that may not be found any more."""
    for registration in registry:
        indexed = [number for (number,) in fetch(_INDEXED_AND_NOTED, [registration.kind])]
        for batch in batches(indexed):
            forget_hidden(registration, batch, wait)


_INDEXED_AND_NOTED = """
    SELECT DISTINCT c.object_id FROM duet_search_change c
    JOIN duet_search_storeddocument d ON d.object_id = c.object_id
    JOIN duet_search_generation g ON g.id = d.generation_id AND g.kind = c.kind AND g.state = 'live'
    WHERE c.kind = %s
"""


def forget_hidden(registration: Registration, noted: Sequence[int], wait: float) -> list[int]:
    """Work off the notes of those among these objects that may not be found any more; which those are."""
    shown = registration.still_found(noted)
    hidden = [number for number in noted if number not in shown]
    if hidden:
        with write_lock(wait):
            work_off(notes.take_of(registration.kind, hidden))
    return hidden


def portion(limit: int = PORTION) -> bool:
    """Work off some notes in the transaction of the caller, who holds the write lock; False if there were none."""
    taken = notes.take(limit)
    work_off(taken)
    if taken and (taken.sequences[-1] % 50 == 0 or len(taken.sequences) == limit):
        generations.trim_log()
    return bool(taken)


def work_off(taken: notes.Notes) -> None:
    """Compute the noted documents anew, write them, and forget the notes; the caller holds the write lock.

    An object that cannot be indexed is set aside. Where these are very many, who is not decided yet is noted again.
    """
    for kind, ids in taken.ids.items():
        if kind == notes.SYNONYMS:
            generations.announce_synonyms()
            continue
        try:
            registration = registry.get(kind)
        except UnknownKind:
            continue  # a trigger outlived its kind
        _failed, undecided = indexing.index(registration, ids)
        notes.note(kind, undecided)
    if taken:
        notes.forget(taken)


def try_again(wait: float) -> None:
    """Try objects that were set aside and whose turn has come. Raises IndexBusy after `wait` seconds."""
    for kind, ids in aside.due(timezone.now(), PORTION).items():
        try:
            registration = registry.get(kind)
        except UnknownKind:
            aside.forget(kind, ids)
            continue
        with write_lock(wait):
            failed, undecided = indexing.index(registration, ids)
            aside.forget(kind, list(set(ids) - {*failed, *undecided}))


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
