"""Which errors are those of one object, and how to go on after one."""

from contextlib import AbstractContextManager, nullcontext

from django.db import DataError, Error, connection, transaction


def is_its_own(error: Exception) -> bool:
    """Whether an object may be the cause; a database that is locked, gone or without a table is nobody's own fault."""
    return isinstance(error, DataError) or not isinstance(error, Error)


def attempt() -> AbstractContextManager[object]:
    """What fails inside leaves the transaction of the caller usable; where there is none, none is begun."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()
