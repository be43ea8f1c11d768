"""A copy of the database as one file, and the database put back from it."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.db import connection, transaction

from cms.backup import postgres
from cms.backup.copies import Copy, SqliteCopy
from cms.backup.derived import FLEETING
from cms.backup.moving import move


def dump(target: Path) -> dict[str, int]:
    """Write the database as it is at one moment, without sessions; others may write on meanwhile.

    Returns the rows of each table at that moment.
    """
    if connection.vendor != "sqlite":
        return _dump_postgres(target)
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA secure_delete = ON")
        for (table,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if table in FLEETING:
                copy.execute(f"DELETE FROM {table}")
        copy.commit()
    return {table: rows for table, rows in SqliteCopy(target).counts().items() if table not in FLEETING}


def _dump_postgres(target: Path) -> dict[str, int]:
    """By `pg_dump`, whose snapshot is the one in which the rows are counted."""
    postgres.refuse_another_client("pg_dump")
    quote = connection.ops.quote_name
    connection.close()  # the isolation level is set before anything else
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        rows: dict[str, int] = {}
        for table in connection.introspection.table_names(cursor):
            if table not in FLEETING:
                cursor.execute(f"SELECT count(*) FROM {quote(table)}")
                (rows[table],) = cursor.fetchone()
        own = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}")
        left_out = (f"--exclude-table-data={table}" for table in sorted(FLEETING))
        postgres.call("pg_dump", *own, *left_out, f"--file={target}")
    return rows


def put_in(vendor: str, file: Path, copy: Copy) -> None:
    """Replace the database by the inspected copy, in one transaction: all of it or nothing."""
    if vendor != connection.vendor:
        move(copy)
    elif vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as source:
            source.backup(connection.connection)
    else:
        _load_postgres(file, copy)


def _load_postgres(file: Path, copy: Copy) -> None:
    """By `psql`, with what a newer site has and the copy has not dropped in the same transaction."""
    postgres.refuse_another_client("pg_restore")
    quote = connection.ops.quote_name
    extra = set(connection.introspection.table_names()) - copy.types().keys()
    connection.close()
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        first, script = Path(folder) / "first.sql", Path(folder) / "script.sql"
        first.write_text("".join(f"DROP TABLE IF EXISTS {quote(table)} CASCADE;\n" for table in sorted(extra)))
        own = ("--clean", "--if-exists", "--no-owner", "--no-privileges")
        postgres.call("pg_restore", *own, f"--file={script}", str(file))
        quietly = ("--no-psqlrc", "--quiet", "--output=/dev/null", "--single-transaction", "--set=ON_ERROR_STOP=1")
        postgres.call("psql", *quietly, f"--file={first}", f"--file={script}")
