"""A copy of the database as one file, and the database put back from it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _


class BackupFailed(Exception):
    """A backup could not be made or put back; the words say why."""


def dump(target: Path) -> None:
    """Write the database as it is at one moment; others may write on meanwhile."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
    else:
        _postgres("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def load(source: Path) -> None:
    """Replace the database by the copy, in one transaction: all of it or nothing."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(source)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise BackupFailed(_("Копия базы данных повреждена."))
            copy.backup(connection.connection)
    else:
        connection.close()
        own = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
        _postgres("pg_restore", *own, f"--dbname={_name()}", str(source))


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _postgres(program: str, *arguments: str) -> None:
    """Call a client of PostgreSQL with this site's connection; the password never stands on a command line."""
    own = connection.settings_dict
    environment = {
        **os.environ,
        "PGHOST": own["HOST"],
        "PGPORT": str(own["PORT"] or 5432),
        "PGUSER": own["USER"],
        "PGPASSWORD": own["PASSWORD"],
        "PGDATABASE": _name(),
        **{f"PG{key.upper()}": str(value) for key, value in own["OPTIONS"].items() if key.startswith("ssl")},
    }
    command: Sequence[str] = [program, *arguments]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise BackupFailed(_("Нет программы %(name)s: установите клиент PostgreSQL.") % {"name": program}) from None
    if done.returncode:
        raise BackupFailed(done.stderr.strip()[-500:])
