"""A copy of SQLite put into PostgreSQL, and the other way: the same tables, rows and numbers in another database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _

from cms.backup.copies import Copy, Row, Table
from cms.backup.derived import FLEETING, derived
from cms.backup.errors import BackupFailed
from cms.backup.values import Convert, to_postgres, to_sqlite
from cms.schema import difference

PORTION = 500


def move(copy: Copy) -> None:
    """Replace the rows of every table by those of the copy, in one transaction: all of them or none.

    The copy has the migrations of this code. What is derived is emptied, its commands make it anew.
    Raises ``BackupFailed``.
    """
    if difference().missing:
        call_command("migrate", verbosity=0, interactive=False)
    tables = site_tables()
    quiet = sorted(tables - derived.tables)
    try:
        with transaction.atomic():
            silenced = _silence(quiet)
            _empty(tables)
            _fill(copy, set(quiet) - FLEETING)
            _set_sequences(copy, set(quiet) - FLEETING)
            connection.check_constraints()
            _let_speak(silenced)
    except DatabaseError as error:
        raise BackupFailed(str(error).strip()[:500]) from error
    ContentType.objects.clear_cache()


def site_tables() -> set[str]:
    """The tables of all models, and the record of migrations."""
    named = set(connection.introspection.django_table_names(only_existing=True, include_views=False))
    return named | {"django_migrations"}


def _fill(copy: Copy, wanted: set[str]) -> None:
    types = copy.types() or _own_types()
    missing = set(wanted)
    for table in copy.tables():
        if table.name not in wanted:
            continue
        convert = to_postgres if connection.vendor == "postgresql" else to_sqlite
        converts = [convert(types[table.name][column]) for column in table.columns]
        _write(table, converts)
        missing.discard(table.name)
    if missing:
        named = {"tables": ", ".join(sorted(missing))}
        raise BackupFailed(_("В копии нет данных сайта, не хватает таблиц: %(tables)s") % named)


def _own_types() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = current_schema()"
        )
        for table, column, kind in cursor.fetchall():
            found.setdefault(table, {})[column] = kind
    return found


def _write(table: Table, converts: list[Convert]) -> None:
    quote = connection.ops.quote_name
    into = f"{quote(table.name)} ({', '.join(map(quote, table.columns))})"
    rows: Iterator[Row] = (
        tuple(convert(value) for convert, value in zip(converts, row, strict=True)) for row in table.rows
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # The driver's own errors become Django's: COPY passes Django's cursor by.
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as target:
                for row in rows:
                    target.write_row(row)
            return
        places = ", ".join(["%s"] * len(table.columns))
        portion: list[Row] = []
        for row in rows:
            portion.append(row)
            if len(portion) == PORTION:
                cursor.executemany(f"INSERT INTO {into} VALUES ({places})", portion)
                portion.clear()
        if portion:
            cursor.executemany(f"INSERT INTO {into} VALUES ({places})", portion)


def _empty(tables: set[str]) -> None:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(map(quote, sorted(tables)))} CASCADE")
            return
        for table in sorted(tables, key=lambda name: (name not in derived.tables, name)):
            cursor.execute(f"DELETE FROM {quote(table)}")


def _silence(tables: list[str]) -> list[tuple[str, str]]:
    """Triggers note what changes for the search, which is indexed anew afterwards; returns how to put them back."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in tables:
                cursor.execute(f"ALTER TABLE {quote(table)} DISABLE TRIGGER USER")
            return [(table, f"ALTER TABLE {quote(table)} ENABLE TRIGGER USER") for table in tables]
        cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = [(name, sql) for name, table, sql in cursor.fetchall() if table in tables]
        for name, _sql in found:
            cursor.execute(f"DROP TRIGGER {quote(name)}")
        return found


def _let_speak(silenced: list[tuple[str, str]]) -> None:
    with connection.cursor() as cursor:
        for _name, statement in silenced:
            cursor.execute(statement)


def _set_sequences(copy: Copy, tables: set[str]) -> None:
    """No number is given out twice, those of deleted rows neither."""
    given = {table: number for table, number in copy.sequences().items() if table in tables and number > 0}
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.executemany("DELETE FROM sqlite_sequence WHERE name = %s", [(table,) for table in given])
            cursor.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", list(given.items()))
            return
        for table, number in given.items():
            cursor.execute(
                "SELECT pg_get_serial_sequence(%s, column_name) FROM information_schema.columns"
                " WHERE table_schema = current_schema() AND table_name = %s AND is_identity = 'YES'",
                [f'"{table}"', table],
            )
            found: Any = cursor.fetchone()
            if found:
                cursor.execute("SELECT setval(%s, %s)", [found[0], number])
