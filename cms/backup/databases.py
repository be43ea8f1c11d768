"""A copy of the database as one file, and the database put back from it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Collection, Sequence
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


#: Without these tables no archive is one of this site, whatever its version.
NEEDED = frozenset({"django_migrations", "auth_user", "wagtailcore_page", "cms_municipality", "mentoring_mentor"})


def refuse_what_is_no_site(source: Path) -> None:
    """Raise before anything is changed where the copy is damaged, or has not the tables and pages of a site."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(source)) as copy:
            _refuse_a_bad_file(copy)
        return
    # A custom archive lists what it holds; the list is at its end, so a cut one has none.
    listed = _postgres("pg_restore", "--list", str(source))
    held = {line.split()[-2] for line in listed.splitlines() if " TABLE DATA " in line}
    _refuse_without(NEEDED - held)


def _refuse_a_bad_file(copy: sqlite3.Connection) -> None:
    try:
        whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError:
        whole, tables = False, set()
    if not whole:
        raise BackupFailed(_("Копия базы данных повреждена."))
    _refuse_without(NEEDED - tables)
    # Even a new site has its root page and its migrations.
    empty = {name for name in ("django_migrations", "wagtailcore_page") if not _count(copy, name)}
    _refuse_without(empty)


def _count(copy: sqlite3.Connection, table: str) -> int:
    return int(copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _refuse_without(missing: Collection[str]) -> None:
    if missing:
        words = ", ".join(sorted(missing))
        raise BackupFailed(_("В копии нет данных сайта, не хватает таблиц: %(tables)s") % {"tables": words})


def load(source: Path) -> None:
    """Replace the database by the copy, in one transaction: all of it or nothing."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(source)) as copy:
            copy.backup(connection.connection)
    else:
        connection.close()
        own = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
        _postgres("pg_restore", *own, f"--dbname={_name()}", str(source))


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _postgres(program: str, *arguments: str) -> str:
    """What a client of PostgreSQL prints, called with this site's connection; no password stands on a command line."""
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
    return done.stdout
