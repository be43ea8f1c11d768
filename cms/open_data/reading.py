"""A portion of a kind of records: by number, or by what changed since a moment, with what is gone meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.open_data.models import OpenDataLook, OpenRecord
from cms.open_data.resources import Resource, Told
from cms.schema import stands
from cms.sharing.moments import UNDATED


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a number of records after a number, or after a moment and a number."""

    limit: int
    municipality: str = ""
    since: datetime | None = None
    after: int = 0


@dataclass(frozen=True, slots=True)
class Portion:
    """Records, what is gone (number and moment), and where the next portion begins, if there is one."""

    records: tuple[Told, ...]
    gone: tuple[tuple[int, datetime], ...] = ()
    next_after: tuple[datetime | None, int] | None = None


def portion(resource: Resource, wanted: Wanted) -> Portion:
    """The records that visitors may read now; the ledger orders and dates them, it never decides who is shown."""
    return _by_number(resource, wanted) if wanted.since is None else _by_change(resource, wanted, wanted.since)


def one(resource: Resource, number: int) -> Told | None:
    """The record, if visitors may read it now."""
    return next(iter(_told(resource, resource.public().filter(pk=number)[:1])), None)


def those(resource: Resource, numbers: Sequence[int]) -> dict[int, Told]:
    """Those of the records that visitors may read now, by number."""
    return {told["id"]: told for told in _told(resource, resource.public().filter(pk__in=numbers))}


def looked_at() -> datetime | None:
    """Until when the ledger knows everything: what a reader asks from the next time."""
    last = OpenDataLook.objects.first() if stands(OpenDataLook._meta.db_table) else None
    return last.looked_at if last else None


def _by_number(resource: Resource, wanted: Wanted) -> Portion:
    asked = resource.public().filter(pk__gt=wanted.after)
    if wanted.municipality:
        asked = asked.filter(**{resource.place: wanted.municipality})
    found = list(asked.order_by("pk")[: wanted.limit + 1])
    shown = found[: wanted.limit]
    has_more = len(found) > wanted.limit
    return Portion(tuple(_told(resource, shown)), next_after=(None, shown[-1].pk) if has_more else None)


def _by_change(resource: Resource, wanted: Wanted, since: datetime) -> Portion:
    if not stands(OpenRecord._meta.db_table):
        return Portion(())
    rows = list(OpenRecord.objects.of(resource.name).after(since, wanted.after)[: wanted.limit + 1])
    shown = rows[: wanted.limit]
    asked = resource.public().filter(pk__in=[row.object_id for row in shown])
    found = {told["id"]: told for told in _told(resource, asked)}
    elsewhere = _elsewhere(resource, wanted, found)
    return Portion(
        tuple(found[row.object_id] for row in shown if row.object_id in found.keys() - elsewhere),
        tuple((row.object_id, row.changed_at) for row in shown if row.object_id not in found.keys() - elsewhere),
        (shown[-1].changed_at, shown[-1].object_id) if len(rows) > wanted.limit else None,
    )


def _elsewhere(resource: Resource, wanted: Wanted, found: Iterable[int]) -> set[int]:
    """Those that stand in another municipality than the one asked for: to the reader they are gone."""
    if not wanted.municipality:
        return set()
    here = resource.public().filter(pk__in=list(found), **{resource.place: wanted.municipality})
    return set(found) - set(here.values_list("pk", flat=True))


def _told(resource: Resource, objects: Iterable[Any]) -> Iterator[Told]:
    objects = list(objects)
    changed = _changed(resource, [one.pk for one in objects])
    born = {one.pk: resource.born(one) for one in objects}
    for number, told in resource.tell(objects):
        yield {"id": number, "updated": changed.get(number) or born[number] or UNDATED, **told}


def _changed(resource: Resource, numbers: Sequence[int]) -> dict[int, datetime]:
    if not numbers or not stands(OpenRecord._meta.db_table):
        return {}
    rows = OpenRecord.objects.of(resource.name).filter(object_id__in=numbers)
    return dict(rows.values_list("object_id", "changed_at"))
