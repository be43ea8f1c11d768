"""The version of the public content: another one after every committed change, whoever made it and by whatever way."""

from __future__ import annotations

import secrets
import time
from collections.abc import Hashable
from typing import NamedTuple

from django.db import connection, transaction

from cms.databases import triggers as databases
from cms.databases.triggers import Trigger
from cms.freshness.models import ContentChange
from cms.freshness.triggers import PREFIX, wanted

#: Rows of PostgreSQL above which the background work puts one in the place of all.
MANY = 300
#: Seconds between two looks whether the triggers still stand.
LOOK_AGAIN = 60.0

_NOW = f"""
    SELECT COUNT(*), SUM(token), MAX(id), SUM(CASE WHEN is_steady THEN token END), MAX(CASE WHEN is_steady THEN id END)
    FROM {ContentChange._meta.db_table}
"""


class Version(NamedTuple):
    """The version of everything, and that of the steady tables, which changes seldom."""

    everything: Hashable
    steady: Hashable


def version() -> Version | None:
    """The version that this moment's queries see; None where it does not speak for them.

    That is inside a transaction, which may hold changes of its own, and while the triggers do not stand.
    """
    if connection.in_atomic_block or not _guard.stands():
        return None
    with connection.cursor() as cursor:
        cursor.execute(_NOW)
        now = cursor.fetchone()
    return Version(tuple(now), tuple(now[3:])) if now[0] else None


def renew() -> None:
    """A version that never was: for what changed past the triggers, and in the place of many rows.

    On PostgreSQL the rows of transactions that commit meanwhile stay beside the new one.
    """
    with transaction.atomic():
        ContentChange.objects.all().delete()
        for is_steady in (False, True):
            ContentChange.objects.create(token=secrets.randbits(52), is_steady=is_steady)


def trim() -> None:
    """Put the two rows of a new version in the place of many."""
    if ContentChange.objects.count() > MANY:
        renew()


def watch() -> None:
    """Put the triggers in, then allow remembering."""
    databases.install(wanted(), PREFIX)
    renew()


def look_away() -> None:
    """Take the triggers away, as migrations need; before that, nothing may be remembered."""
    if ContentChange._meta.db_table in connection.introspection.table_names():
        ContentChange.objects.all().delete()
    databases.drop(PREFIX)


class _Guard:
    """Looks now and then whether all triggers stand: somebody may have put in a copy without them."""

    def __init__(self) -> None:
        self._wanted: list[Trigger] = []
        self._looked_at = -LOOK_AGAIN
        self._stands = False

    def stands(self) -> bool:
        now = time.monotonic()
        if now - self._looked_at > LOOK_AGAIN or not self._stands:
            self._wanted = self._wanted or wanted()
            self._stands = not databases.missing(self._wanted, PREFIX)
            self._looked_at = now
        return self._stands


_guard = _Guard()
