"""Databases of a test's own, of the same kind as the one that the suite runs on."""

from __future__ import annotations

import fcntl
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from tests.servers import manage

TEMPLATES = "duet_template_"


def server_url(name: str) -> str:
    """The address of a database of this name on the PostgreSQL server of the suite."""
    own = connection.settings_dict
    password = f":{own['PASSWORD']}" if own["PASSWORD"] else ""
    return f"postgres://{own['USER']}{password}@{own['HOST']}:{own['PORT']}/{name}"


@contextmanager
def empty_database(file: Path, template: str = "template1") -> Iterator[str]:
    """The address of a new database: this file on SQLite, one that is dropped afterwards on PostgreSQL.

    On PostgreSQL it is a copy of ``template``, which nobody may be connected to.
    """
    if connection.vendor != "postgresql":
        yield f"sqlite:///{file}"
        return
    name = f"duet_{uuid.uuid4().hex[:12]}"
    administer(f'CREATE DATABASE {name} TEMPLATE "{template}"')
    try:
        yield server_url(name)
    finally:
        administer(f"DROP DATABASE {name} WITH (FORCE)")


def shared_database(folder: Path) -> str:
    """The address under which other processes find what stands in the test database now."""
    if connection.vendor == "postgresql":
        return server_url(str(connection.settings_dict["NAME"]))
    copy = folder / "race.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    return f"sqlite:///{copy}"


def administer(sql: str) -> None:
    """Run a statement that needs a connection outside any transaction and any test."""
    with _administration() as administration:
        administration.execute(sql)


def administered(question: str) -> list[tuple[Any, ...]]:
    """What the server answers outside any transaction and any test."""
    with _administration() as administration:
        return list(administration.execute(question).fetchall())


@contextmanager
def migrated_template(folder: Path, digest: str) -> Iterator[str]:
    """The name of a migrated database on the suite's PostgreSQL server, to be copied while this lasts.

    It is made once for a state of the migrations (``digest``) and stays for later runs; ``folder`` is seen by all
    workers of a run, which copy one after another.
    """
    name = f"{TEMPLATES}{digest}"
    with (folder / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with _administration() as administration:
            rows = administration.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [TEMPLATES])
            known = {str(row[0]) for row in rows}
        if name not in known:
            for other in known:
                administer(f'DROP DATABASE IF EXISTS "{other}" WITH (FORCE)')
            unfinished = f"{TEMPLATES}unfinished"
            administer(f'CREATE DATABASE "{unfinished}"')
            manage(folder, "migrate", "-v0", DATABASE_URL=server_url(unfinished))
            administer(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
        yield name


@contextmanager
def _administration() -> Iterator[Any]:
    import psycopg

    own = connection.settings_dict
    with psycopg.connect(
        dbname="postgres",
        user=own["USER"],
        password=own["PASSWORD"] or None,
        host=own["HOST"],
        port=own["PORT"],
        autocommit=True,
    ) as administration:
        yield administration
