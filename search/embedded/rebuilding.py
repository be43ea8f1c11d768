"""Builds a new generation beside the living one: searches go on, changes go into both, a swap ends it."""

import time
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from search.embedded import draining, generations, indexing, shelving
from search.embedded.locking import PATIENT, write_lock
from search.embedded.models import Generation
from search.embedded.rows import batches
from search.embedded.writer import Writer
from search.freshness import aside
from search.freshness.models import Change
from search.interface.engine import Progress
from search.interface.errors import SearchError
from search.registry import Registration

BATCH = 1000  # documents in one transaction
MOST = 100  # objects that cannot be indexed: where there are more, the fault is not theirs
BREATH = 0.005  # seconds between transactions, in which other writers get their turn

Report = Callable[[Progress], None]


def rebuild(registration: Registration, report: Report | None = None) -> int:
    """Index all objects anew; returns how many documents the new generation holds."""
    started = time.monotonic()
    with write_lock(PATIENT):
        # What an interrupted run left behind; a run that is still alive notices and gives up.
        Generation.objects.filter(kind=registration.kind, state=Generation.State.BUILDING).update(
            state=Generation.State.RETIRED
        )
        if not Generation.objects.filter(kind=registration.kind, state=Generation.State.LIVE).exists():
            # Nothing answers yet, and all is read anew below: the notes of a bulk load would index it again and again.
            Change.objects.filter(kind=registration.kind).delete()
        generation = generations.create(registration.schema, Generation.State.BUILDING)
    sweep(registration.kind)
    ids = list(registration.model._base_manager.order_by("pk").values_list("pk", flat=True))
    done = failed = 0
    for batch in batches(ids, BATCH):
        failed += _fill(registration, generation, batch)
        if failed > MOST:
            raise SearchError(_("не удалось внести больше %d объектов, работает прежний индекс") % MOST)
        done += len(batch)
        if report:
            report(Progress(done, len(ids), time.monotonic() - started))
        time.sleep(BREATH)
    for sort in registration.schema.sort_names:
        with write_lock(PATIENT):
            _shelve(_still_building(generation), sort)
    return _swap(registration, generation)


def _fill(registration: Registration, generation: Generation, ids: Sequence[int]) -> int:
    """Put the documents of these objects into the new generation; how many cannot be indexed and were set aside."""

    def put(part: list[int]) -> None:
        # Read anew after each attempt that failed, and under the lock: what changes after it is noted, and the note
        # goes into this generation too.
        growing = Generation.objects.get(pk=generation.pk)
        Writer(registration.schema, growing, log=False).apply(registration.documents(part))

    failures = 0
    waiting = list(ids)
    while waiting and failures <= MOST:
        with write_lock(PATIENT):
            _still_building(generation)
            failed, undecided = indexing.bisected(waiting, put, tries=indexing.TRIES)
            for number, error in failed.items():
                indexing.set_aside(registration, number, error)
            aside.forget(registration.kind, list(set(waiting) - {*failed, *undecided}))
        failures, waiting = failures + len(failed), undecided
    return failures


def _still_building(generation: Generation) -> Generation:
    try:
        return Generation.objects.get(pk=generation.pk, state=Generation.State.BUILDING)
    except Generation.DoesNotExist:
        raise SearchError("another rebuild has begun since") from None


def _shelve(generation: Generation, sort: str) -> None:
    """An order is a matter of all documents: shelving them as they come would move each of them again and again."""
    if not shelving.is_shelved(generation.pk, sort):
        shelving.shelve(generation.pk, sort)


def _swap(registration: Registration, generation: Generation) -> int:
    with write_lock(PATIENT):
        _still_building(generation)
        while draining.portion():
            pass
        for sort in registration.schema.sort_names:
            _shelve(generation, sort)
        Generation.objects.filter(kind=registration.kind, state=Generation.State.LIVE).update(
            state=Generation.State.RETIRED
        )
        Generation.objects.filter(pk=generation.pk).update(state=Generation.State.LIVE)
        generation.refresh_from_db()
        generations.announce(generation)
    sweep(registration.kind)
    return generation.storeddocument_set.count()


def sweep(kind: str) -> None:
    """Delete the generations that have served."""
    for retired in Generation.objects.filter(kind=kind, state=Generation.State.RETIRED).values_list("pk", flat=True):
        generations.discard(retired)
