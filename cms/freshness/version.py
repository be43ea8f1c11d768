"""The version of the public content: another one after every committed change, whoever made it and by whatever way."""

from __future__ import annotations

import secrets
import time
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import connection, transaction

from cms.databases import triggers as databases
from cms.databases.triggers import Trigger
from cms.freshness.models import ContentChange
from cms.freshness.tables import watched
from cms.freshness.triggers import PREFIX, wanted

#: Rows of PostgreSQL, beside one a table, above which the background work puts one a table in the place of all.
MANY = 300
#: Seconds between two looks whether the triggers still stand.
LOOK_AGAIN = 60.0

_TABLE = ContentChange._meta.db_table
_NOW = f"SELECT COUNT(*), SUM(token), MAX(id) FROM {_TABLE}"
_BY_TABLE = f"SELECT of_table, COUNT(*), SUM(token), MAX(id) FROM {_TABLE} GROUP BY of_table"


@dataclass(frozen=True, slots=True)
class Version:
    """The version of everything, and the marks of its tables."""

    everything: Hashable
    tables: Mapping[str, Hashable] = field(compare=False)


def version() -> Version | None:
    """The version that this moment's queries see; None where it does not speak for them.

    That is inside a transaction, which may hold changes of its own, and while the triggers do not stand.
    """
    if connection.in_atomic_block or not _guard.stands():
        return None
    with connection.cursor() as cursor:
        cursor.execute(_NOW)
        now = tuple(cursor.fetchone())
        known = _latest.get(connection.alias)
        if known is not None and known.everything == now:
            return known
        if not now[0]:
            return None
        cursor.execute(_BY_TABLE)
        found = _version(cursor.fetchall(), known)
    if found is not None:
        _latest[connection.alias] = found
    return found


def _version(rows: Sequence[tuple[Any, ...]], known: Version | None) -> Version | None:
    """The version that these rows tell; None unless every watched table has a mark."""
    before = known.tables if known else {}
    tables: dict[str, Hashable] = {}
    for table, *mark in rows:
        tables[table] = before[table] if before.get(table) == tuple(mark) else tuple(mark)
    if not _guard.tables <= tables.keys():
        return None
    everything = (sum(row[1] for row in rows), sum(row[2] for row in rows), max(row[3] for row in rows))
    return Version(everything, tables)


#: The newest version that this process has read.
_latest: dict[str, Version] = {}


def renew() -> None:
    """A version that never was: for what changed past the triggers, and in the place of many rows.

    On PostgreSQL the rows of transactions that commit meanwhile stay beside the new one.
    """
    with transaction.atomic():
        ContentChange.objects.all().delete()
        ContentChange.objects.bulk_create(
            ContentChange(token=secrets.randbits(52), of_table=table.table) for table in watched()
        )


def trim() -> None:
    """Put a row a table, of a new version, in the place of many."""
    if ContentChange.objects.count() > len(_guard.tables) + MANY:
        renew()


def watch() -> None:
    """Put the triggers in, then allow remembering."""
    databases.install(wanted(), PREFIX)
    renew()


def look_away() -> None:
    """Take the triggers away, as migrations need; before that, nothing may be remembered."""
    if _TABLE in connection.introspection.table_names():
        with connection.cursor() as cursor:  # the table may be that of a former version, with other columns
            cursor.execute(f"DELETE FROM {_TABLE}")
    databases.drop(PREFIX)


class _Guard:
    """Looks now and then whether all triggers stand: somebody may have put in a copy without them."""

    def __init__(self) -> None:
        self._wanted: list[Trigger] = []
        self._looked_at = -LOOK_AGAIN
        self._stands = False

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tables that count."""
        return frozenset(table.table for table in watched())

    def stands(self) -> bool:
        now = time.monotonic()
        if now - self._looked_at > LOOK_AGAIN or not self._stands:
            self._wanted = self._wanted or wanted()
            self._stands = not databases.missing(self._wanted, PREFIX)
            self._looked_at = now
        return self._stands


_guard = _Guard()
