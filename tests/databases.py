"""Databases of a test's own, of the same kind as the one that the suite runs on."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


def server_url(name: str) -> str:
    """The address of a database of this name on the PostgreSQL server of the suite."""
    own = connection.settings_dict
    password = f":{own['PASSWORD']}" if own["PASSWORD"] else ""
    return f"postgres://{own['USER']}{password}@{own['HOST']}:{own['PORT']}/{name}"


@contextmanager
def empty_database(file: Path) -> Iterator[str]:
    """The address of a new database: this file on SQLite, one that is dropped afterwards on PostgreSQL."""
    if connection.vendor != "postgresql":
        yield f"sqlite:///{file}"
        return
    name = f"duet_{uuid.uuid4().hex[:12]}"
    _administer(f"CREATE DATABASE {name}")
    try:
        yield server_url(name)
    finally:
        _administer(f"DROP DATABASE {name} WITH (FORCE)")


def _administer(sql: str) -> None:
    """Run a statement that needs a connection outside any transaction and any test."""
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
        administration.execute(sql)  # type: ignore[call-overload]
