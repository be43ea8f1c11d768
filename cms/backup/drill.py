"""An archive put back into a database of its own, to know that it can be."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from cms.backup import postgres
from cms.backup.archive import DATABASE, MEDIA, Manifest, unpack
from cms.backup.copies import Copy
from cms.backup.errors import BackupFailed
from cms.backup.inspecting import inspect, refuse_another_version

#: Whose rows name uploaded files, and the column that names them.
NAMING = {"wagtaildocs_document": "file", "wagtailimages_image": "file"}


@dataclass(frozen=True)
class Rehearsal:
    """What the archive holds, and the uploaded files that its database names and it lacks."""

    manifest: Manifest
    lost: list[str]


def rehearse(source: Path, folder: Path) -> Rehearsal:
    """Unpack, inspect, and on PostgreSQL load the archive into a new database, which is dropped again.

    Raises ``BackupFailed`` where the site could not be put back from it.
    """
    manifest = unpack(source, folder)
    copy = inspect(manifest.vendor, folder / DATABASE, manifest.rows)
    refuse_another_version(manifest.vendor, manifest.version, copy)
    if manifest.vendor == connection.vendor == "postgresql":
        _load_elsewhere(folder / DATABASE, copy)
    return Rehearsal(manifest, _lost_files(copy, manifest))


def _lost_files(copy: Copy, manifest: Manifest) -> list[str]:
    """Files that the database names and the archive lacks; raises where it lacks all: the folder was not there."""
    named: set[str] = set()
    for table in copy.tables():
        if column := NAMING.get(table.name):
            place = table.columns.index(column)
            named.update(str(row[place]) for row in table.rows if row[place])
    lost = sorted(name for name in named if f"{MEDIA}/{name}" not in manifest.files)
    if named and len(lost) == len(named):
        raise BackupFailed(
            _("В копии нет ни одного загруженного файла, а база знает о %(count)d. Видит ли копирование папку media?")
            % {"count": len(lost)}
        )
    return lost


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
