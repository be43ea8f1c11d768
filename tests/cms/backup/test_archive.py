"""An archive that was called ready can be put back, and what cannot be put back changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
import tarfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from cms.backup import archive as archives
from cms.backup.archive import back_up, check, put_back
from cms.backup.databases import BackupFailed, refuse_what_is_no_site
from tests.servers import DATABASE

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def site(migrated_master: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of a site, in the place of the suite's own, which lives in memory and in a transaction."""
    file = migrated_master / DATABASE
    monkeypatch.setattr(archives, "dump", lambda target: shutil.copyfile(file, target))
    return file


@contextmanager
def growing(file: Path) -> Iterator[None]:
    """Somebody appends to the file all the time, as an upload does."""
    over = threading.Event()

    def grow() -> None:
        with file.open("ab", buffering=0) as upload:
            while not over.is_set():
                upload.write(b"x" * 997)

    file.write_bytes(b"y" * 3_000_000)
    writer = threading.Thread(target=grow)
    writer.start()
    try:
        yield
    finally:
        over.set()
        writer.join()


def test_a_file_that_grows_meanwhile_spoils_no_archive(site: Path, media: Path, tmp_path: Path) -> None:
    target = tmp_path / "duet.tar.gz"
    (media / "plan.txt").write_text("план")
    with growing(media / "upload.bin"):
        made = back_up(target)
    assert check(target).files == made.files
    assert set(made.files) == {"database", "media/plan.txt", "media/upload.bin"}


def test_a_spoiled_archive_is_never_called_ready(
    site: Path, media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = archives._pack
    monkeypatch.setattr(archives, "_pack", lambda *where: pack(*where)[::-1])  # another digest than that of the bytes
    with pytest.raises(CommandError, match="Копия не сделана"):
        call_command("backup", str(tmp_path / "duet.tar.gz"))
    assert not (tmp_path / "duet.tar.gz").exists()


def test_a_database_without_a_site_is__anything_changes(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        return  # there the list of an archive is asked; the round trip tries it
    for name, statement in (
        ("empty", "SELECT 1"),
        ("other", "CREATE TABLE notes (word TEXT)"),
    ):
        file = tmp_path / name
        with closing(sqlite3.connect(file)) as made:
            made.execute(statement)
        with pytest.raises(BackupFailed, match="не хватает таблиц"):
            refuse_what_is_no_site(file)
    (tmp_path / "noise").write_bytes(b"noise" * 1000)
    with pytest.raises(BackupFailed, match="повреждена"):
        refuse_what_is_no_site(tmp_path / "noise")


def test_files_and_database_are_exchanged_together_or_not_at_all(
    site: Path, media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "duet.tar.gz"
    (media / "plan.txt").write_text("как в копии")
    back_up(target)
    (media / "plan.txt").write_text("как сейчас")

    def fails(_: Path) -> None:
        raise BackupFailed("disk is full")

    monkeypatch.setattr(archives, "load", fails)
    with pytest.raises(BackupFailed):
        put_back(target)
    assert (media / "plan.txt").read_text() == "как сейчас"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    with tarfile.open(target) as packed:
        assert "manifest.json" in packed.getnames()
