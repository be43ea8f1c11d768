"""The right to write the index: one transaction at a time, and never a long wait for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from search.embedded.models import WriteLock
from search.interface.errors import SearchError

PATIENT = 20.0  # seconds: a rebuild or a background worker may wait
HASTY = 0.3  # seconds: somebody waits for an answer

_TAKE = "UPDATE duet_search_writelock SET holder = %s WHERE id = 1"


class IndexBusy(SearchError):
    """Somebody else writes to the database or to the index just now."""


@contextmanager
def write_lock(wait: float) -> Iterator[None]:
    """A transaction (or a savepoint of the caller's) that alone may write the index; IndexBusy after `wait` seconds."""
    with _waiting_at_most(wait), transaction.atomic():
        try:
            _take()
        except OperationalError as error:
            raise IndexBusy from error
        yield


def _take() -> None:
    # An update, not a select for update: it takes the lock on SQLite too, whatever its transaction mode.
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [os.getpid()])
        if not cursor.rowcount:
            WriteLock.objects.get_or_create(pk=1)
            cursor.execute(_TAKE, [os.getpid()])
    if connection.vendor == "postgresql":
        _execute("SET LOCAL lock_timeout = DEFAULT")


@contextmanager
def _waiting_at_most(seconds: float) -> Iterator[None]:
    milliseconds = int(seconds * 1000)
    if connection.vendor == "postgresql":
        with transaction.atomic():
            _execute(f"SET LOCAL lock_timeout = {milliseconds}")
            yield
        return
    before = _execute("PRAGMA busy_timeout")
    _execute(f"PRAGMA busy_timeout = {milliseconds}")
    try:
        yield
    except OperationalError as error:
        # BEGIN IMMEDIATE itself was refused; anything else is a real failure.
        if "locked" in str(error) or "busy" in str(error):
            raise IndexBusy from error
        raise
    finally:
        _execute(f"PRAGMA busy_timeout = {before or 5000}")


def _execute(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row = cursor.fetchone() if cursor.description else None
    return int(row[0]) if row else 0
