"""An archive put back into a database of its own, to know that it can be."""

from __future__ import annotations

import uuid
from pathlib import Path

from django.db import connection

from cms.backup import postgres
from cms.backup.archive import DATABASE, Manifest, unpack
from cms.backup.copies import Copy
from cms.backup.errors import BackupFailed
from cms.backup.inspecting import inspect, refuse_another_version


def rehearse(source: Path, folder: Path) -> Manifest:
    """Unpack, inspect, and on PostgreSQL load the archive into a new database, which is dropped again.

    Raises ``BackupFailed`` where the site could not be put back from it.
    """
    manifest = unpack(source, folder)
    copy = inspect(manifest.vendor, folder / DATABASE, manifest.rows)
    refuse_another_version(manifest.vendor, manifest.version, copy)
    if manifest.vendor == connection.vendor == "postgresql":
        _load_elsewhere(folder / DATABASE, copy)
    return manifest


def _load_elsewhere(file: Path, copy: Copy) -> None:
    """Load into a database beside the site's, and count what arrived; the account may create databases."""
    postgres.refuse_another_client("pg_restore")
    name = f"drill_{uuid.uuid4().hex[:12]}"
    postgres.call("createdb", name)
    try:
        own = ("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
        postgres.call("pg_restore", *own, f"--dbname={name}", str(file))
        for table, rows in copy.counts().items():
            question = f'SELECT count(*) FROM "{table}"'
            told = postgres.call("psql", "-XtA", f"--dbname={name}", f"--command={question}")
            if int(told) != rows:
                raise BackupFailed(f"{table}: {told.strip()} != {rows}")
    finally:
        postgres.call("dropdb", name)
