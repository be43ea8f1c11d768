"""T22: backup, wipe, restore; every table and every file is what it was."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.databases import empty_database
from tests.servers import ROOT, environment, manage

#: A digest of every row of every table that a copy holds.
DIGEST = """
import hashlib
from django.db import connection
from cms.backup.derived import FLEETING
digest = hashlib.sha256()
with connection.cursor() as cursor:
    for table in sorted(set(connection.introspection.table_names()) - FLEETING):
        cursor.execute(f'SELECT * FROM "{table}"')
        rows = sorted(repr(row) for row in cursor.fetchall())
        digest.update(f"{table} {len(rows)} {rows}".encode())
print(digest.hexdigest())
"""
SHELL = ("shell", "--no-imports", "-v0", "-c")
FILL = """
from cms.territories.models import Municipality, Region
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
region = Region.objects.create(code="oblast", name="Область", name_genitive="области", centre_name="Центр")
for number in range(40):
    Municipality.objects.create(
        region=region, name=f"Район {number}", short_name=f"Район {number}", name_prepositional="районе",
        code=f"r{number}", kind="district",
    )
for number in range(5):
    default_storage.save(f"documents/приказ-{number}.pdf", ContentFile(bytes([number]) * 1000))
"""


def files_of(var: Path) -> dict[str, str]:
    media = var / "media"
    return {
        path.relative_to(media).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(media.rglob("*"))
        if path.is_file()
    }


@pytest.mark.slow
@pytest.mark.django_db
def test_what_was_wiped_comes_back_as_it_was(tmp_path: Path, migrated_database: Callable[[Path], Any]) -> None:
    var, archive = tmp_path / "var", tmp_path / "duet.tar.gz"
    var.mkdir()
    with migrated_database(var / "site.sqlite3") as url:
        own = {"DATABASE_URL": url}
        manage(var, *SHELL, FILL, **own)
        before, files = manage(var, *SHELL, DIGEST, **own), files_of(var)
        manage(var, "backup", str(archive), **own)

        shutil.rmtree(var / "media")
        manage(var, *SHELL, "from cms.territories.models import *; Municipality.objects.all().delete()", **own)
        (var / "media").mkdir()
        (var / "media" / "later.txt").write_text("загружено после копии")
        manage(var, "restore", "--yes", str(archive), **own)

        assert len(files) == 5
        assert manage(var, *SHELL, DIGEST, **own) == before
        assert files_of(var) == files
    # Onto a new and empty machine, too.
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with empty_database(elsewhere / "site.sqlite3") as url:
        manage(elsewhere, "restore", "--yes", str(archive), DATABASE_URL=url)
        assert manage(elsewhere, *SHELL, DIGEST, DATABASE_URL=url) == before
        assert files_of(elsewhere) == files
    assert archive.stat().st_mode & 0o077 == 0, "only its owner may read personal data"


def refused(var: Path, archive: Path) -> str:
    command = [sys.executable, "manage.py", "restore", "--yes", str(archive)]
    done = subprocess.run(command, cwd=ROOT, env=environment(var), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    return done.stderr


@pytest.mark.slow
def test_a_damaged_archive_changes_nothing(migrated_master: Path, tmp_path: Path) -> None:
    var = shutil.copytree(migrated_master, tmp_path / "var")
    (var / "media").mkdir(exist_ok=True)
    (var / "media" / "plan.txt").write_text("план")
    archive = tmp_path / "duet.tar.gz"
    manage(var, "backup", str(archive))
    before = manage(var, *SHELL, DIGEST)
    whole = archive.read_bytes()

    archive.write_bytes(whole[: len(whole) // 2])
    assert "не читается" in refused(var, archive)
    archive.write_bytes(b"hello")
    assert "Ничего не изменено" in refused(var, archive)
    _swap(whole, archive, tmp_path)
    assert "повреждён" in refused(var, archive)

    assert manage(var, *SHELL, DIGEST) == before
    assert (var / "media" / "plan.txt").read_text() == "план"


def _swap(whole: bytes, archive: Path, folder: Path) -> None:
    """Pack the archive anew with another plan in it."""
    archive.write_bytes(whole)
    unpacked = folder / "unpacked"
    with tarfile.open(archive) as packed:
        packed.extractall(unpacked, filter="data")
    (unpacked / "media" / "plan.txt").write_text("подмена")
    with tarfile.open(archive, "w:gz") as packed:
        for path in ("manifest.json", "database", "media/plan.txt"):
            packed.add(unpacked / path, path)
