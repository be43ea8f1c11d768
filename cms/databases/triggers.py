"""Database triggers of our own: put in, taken away before migrations, and compared with what should stand.

A trigger's name ends in a digest of its text, so that its presence alone says that it is up to date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import connection, transaction

_SQLITE = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
_POSTGRESQL = """
    SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgname LIKE %s
"""


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger and the statements that create it; on PostgreSQL a function of its own bears the same name."""

    name: str
    table: str
    statements: tuple[str, ...]


def named_by_text(prefix: str, text: str) -> str:
    """A name that changes with the text of the trigger."""
    return f"{prefix}_{hashlib.blake2b(text.encode(), digest_size=5).hexdigest()}"


def present(prefix: str) -> dict[str, str]:
    """The triggers whose names begin so and that stand in the database: table by name."""
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRESQL if connection.vendor == "postgresql" else _SQLITE, [prefix + "%"])
        return dict(cursor.fetchall())


def missing(wanted: Iterable[Trigger], prefix: str) -> list[Trigger]:
    """Those of the wanted triggers that do not stand in the database, among the tables that are there."""
    tables = set(connection.introspection.table_names())
    there = present(prefix)
    return [trigger for trigger in wanted if trigger.table in tables and trigger.name not in there]


def install(wanted: Collection[Trigger], prefix: str) -> int:
    """Create what is missing, drop what is no longer wanted; returns how many were created."""
    with transaction.atomic():
        drop(prefix, keep={trigger.name for trigger in wanted})
        created = missing(wanted, prefix)
        with connection.cursor() as cursor:
            for trigger in created:
                for statement in trigger.statements:
                    cursor.execute(statement)
    return len(created)


def drop(prefix: str, keep: Collection[str] = ()) -> None:
    """Drop the triggers whose names begin so, but those to keep."""
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for name, table in present(prefix).items():
            if name in keep:
                continue
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {quote(name)} ON {quote(table)}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {quote(name)}()")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {quote(name)}")
