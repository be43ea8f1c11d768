"""Compares what is public with the ledger: what is new, what reads otherwise, what is gone.

Nothing has to be told of a change: whatever alters what visitors may read, the clock and raw SQL included, is seen
here. While the content keeps its version and no moment of change has passed, nothing is read.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import F
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.freshness.moments import next_moment
from cms.freshness.version import Version, version
from cms.open_data.models import OpenDataLook, OpenRecord
from cms.open_data.resources import Resource, Told, resources
from cms.work.periodic import periodic

#: Records that are read at once.
PORTION = 300
#: A look is repeated no sooner than after so many times what the last one took: a large region is not read all day.
RESTS = 20

#: Records changed or went: ``changes`` is a list of ``Change``. Sent inside the transaction of the ledger.
records_changed = Signal()


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is new or reads otherwise, or that nobody may read any more."""

    kind: str
    number: int
    is_gone: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """A hash of what visitors may read of a record, and the moment that the record itself tells."""

    digest: str
    born: datetime | None


@periodic(every=timedelta(minutes=1), label=_("Открытые данные: что изменилось"))
def look_again() -> None:
    """Compare, if anything may have changed since the last time."""
    last = OpenDataLook.objects.first()
    now, present = timezone.now(), version()
    if last is not None and last.looked_at is not None:
        is_same = present is not None and last.version == _mark(present) and now < next_moment(last.looked_at)
        if is_same or now < last.looked_at + timedelta(seconds=last.took * RESTS):
            return
    compare(_mark(present))


def _mark(present: Version | None) -> str:
    """The version as it is kept in the database, in at most 200 characters."""
    return str(present.everything) if present is not None else ""


def compare(seen: str = "") -> list[Change]:
    """Compare everything now; ``seen`` is the version of the content that was read before.

    What is public is read before the one short transaction that writes. Of two who compare at once the later gives up.
    """
    began, last = time.monotonic(), OpenDataLook.objects.first()
    found = {resource.name: dict(_public(resource)) for resource in resources}
    with transaction.atomic():
        OpenDataLook.objects.get_or_create(pk=1)
        look = OpenDataLook.objects.select_for_update().get(pk=1)
        if look.looked_at != (last.looked_at if last else None):
            return []
        now = _whole(timezone.now())
        if look.looked_at is not None and now <= look.looked_at:  # the clock was set back; moments only grow
            now = look.looked_at + timedelta(milliseconds=1)
        changes = [change for kind, here in found.items() for change in _write(kind, here, now)]
        look.looked_at, look.version, look.took = now, seen, time.monotonic() - began
        look.save()
        if changes:
            records_changed.send(OpenRecord, changes=changes)
    return changes


def _write(kind: str, here: dict[int, Seen], now: datetime) -> list[Change]:
    rows = {row.object_id: row for row in OpenRecord.objects.of(kind)}
    is_first = not rows
    fresh, altered = [], []
    for number, seen in here.items():
        row = rows.get(number)
        if row is None:
            # What stood there before the first look is as old as it says itself.
            at = _whole(min(seen.born or now, now)) if is_first else now
            fresh.append(OpenRecord(kind=kind, object_id=number, digest=seen.digest, changed_at=at))
        elif row.is_gone or row.digest != seen.digest:
            row.digest, row.changed_at, row.is_gone = seen.digest, now, False
            altered.append(row)
    for row in rows.values():
        if row.object_id not in here and not row.is_gone:
            row.digest, row.changed_at, row.is_gone = "", now, True
            altered.append(row)
    OpenRecord.objects.bulk_create(fresh, batch_size=PORTION)
    OpenRecord.objects.bulk_update(altered, ["digest", "changed_at", "is_gone"], batch_size=PORTION)
    told_of = altered if is_first else [*fresh, *altered]
    return [Change(row.kind, row.object_id, row.is_gone, row.changed_at) for row in told_of]


def _public(resource: Resource) -> Iterator[tuple[int, Seen]]:
    """Every record that visitors may read now, in portions."""
    last = 0
    while portion := list(resource.public().filter(pk__gt=last).order_by(F("pk").asc())[:PORTION]):
        last = portion[-1].pk
        born = {one.pk: resource.born(one) for one in portion}
        for number, told in resource.tell(portion):
            yield number, Seen(_digest(told), born[number])


def _digest(told: Told) -> str:
    spelling = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(spelling.encode()).hexdigest()


def _whole(moment: datetime) -> datetime:
    """The moment as JSON says it: a reader who asks with what was answered meets nothing twice."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
