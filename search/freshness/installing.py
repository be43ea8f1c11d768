"""Puts the triggers into the database, takes them away before migrations, and says which are missing."""

from django.db import connection

from search.freshness.models import Change
from search.freshness.triggers import PREFIX, Trigger, wanted

_SQLITE = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
_POSTGRESQL = """
    SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgname LIKE %s
"""


def present() -> dict[str, str]:
    """The triggers of the search that stand in the database: table by name."""
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRESQL if connection.vendor == "postgresql" else _SQLITE, [PREFIX + "%"])
        return dict(cursor.fetchall())


def missing() -> list[Trigger]:
    """Triggers that should stand in the database and do not, among the tables that are there."""
    tables = set(connection.introspection.table_names())
    if Change._meta.db_table not in tables:
        return []
    there = present()
    return [trigger for trigger in wanted() if trigger.table in tables and trigger.name not in there]


def install() -> int:
    """Create what is missing, drop what is no longer wanted; returns how many were created."""
    names = {trigger.name for trigger in wanted()}
    drop(keep=names)
    created = missing()
    with connection.cursor() as cursor:
        for trigger in created:
            for statement in trigger.statements:
                cursor.execute(statement)
    return len(created)


def drop(keep: frozenset[str] | set[str] = frozenset()) -> None:
    """Drop the triggers of the search but those to keep."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for name, table in present().items():
            if name in keep:
                continue
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {quote(name)} ON {quote(table)}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {quote(name)}()")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {quote(name)}")
