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
from cms.backup.copies import SqliteCopy
from cms.backup.errors import BackupFailed
from cms.backup.inspecting import inspect, refuse_another_version
from tests.servers import DATABASE, manage

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

    def dump(target: Path) -> dict[str, int]:
        shutil.copyfile(file, target)
        return SqliteCopy(target).counts()

    monkeypatch.setattr(archives, "dump", dump)
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


def test_a_database_without_a_site_is_refused_before_anything_changes(tmp_path: Path) -> None:
    for name, statement in (
        ("empty", "SELECT 1"),
        ("other", "CREATE TABLE notes (word TEXT)"),
    ):
        file = tmp_path / name
        with closing(sqlite3.connect(file)) as made:
            made.execute(statement)
        with pytest.raises(BackupFailed, match="не хватает таблиц"):
            inspect("sqlite", file, {})
    (tmp_path / "noise").write_bytes(b"noise" * 1000)
    with pytest.raises(BackupFailed, match="повреждена"):
        inspect("sqlite", tmp_path / "noise", {})


def test_files_and_database_are_exchanged_together_or_not_at_all(
    site: Path, media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "duet.tar.gz"
    (media / "plan.txt").write_text("как в копии")
    back_up(target)
    (media / "plan.txt").write_text("как сейчас")

    def fails(*_: Any) -> None:
        raise BackupFailed("disk is full")

    monkeypatch.setattr(archives, "put_in", fails)
    with pytest.raises(BackupFailed):
        put_back(target)
    assert (media / "plan.txt").read_text() == "как сейчас"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    with tarfile.open(target) as packed:
        assert "manifest.json" in packed.getnames()


def changed(site: Path, target: Path, statement: str) -> Path:
    """A copy of the site's database in which somebody has run a statement."""
    shutil.copyfile(site, target)
    with closing(sqlite3.connect(target)) as copy:
        copy.execute(statement)
        copy.commit()
    return target


def test_a_copy_with_fewer_rows_than_were_counted_is_refused(site: Path, tmp_path: Path) -> None:
    counted = SqliteCopy(site).counts()
    inspect("sqlite", site, counted)
    lost = changed(site, tmp_path / "lost", "DELETE FROM auth_permission WHERE id = 1")
    with pytest.raises(BackupFailed, match="не все строки таблицы auth_permission"):
        inspect("sqlite", lost, counted)


def test_a_copy_of_a_newer_version_is_refused_everywhere(site: Path, tmp_path: Path) -> None:
    newer = changed(
        site, tmp_path / "newer", "INSERT INTO django_migrations (app, name, applied) VALUES ('cms', '9999_later', '')"
    )
    for vendor in ("sqlite", "postgresql"):
        with pytest.raises(BackupFailed, match=r"более новой версией программы \(7\.1\)"):
            refuse_another_version(vendor, "7.1", SqliteCopy(newer))


def test_a_copy_of_an_older_version_goes_into_its_own_kind_of_database_alone(site: Path, tmp_path: Path) -> None:
    older = changed(site, tmp_path / "older", "DELETE FROM django_migrations WHERE app = 'cms' AND name > '0003'")
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    refuse_another_version(connection.vendor, "0.1", SqliteCopy(older))
    with pytest.raises(BackupFailed, match="в базу другого вида её не"):
        refuse_another_version(other, "0.1", SqliteCopy(older))
    refuse_another_version(other, "0.1", SqliteCopy(site))


def test_nobody_stays_signed_in_by_an_archive(tmp_path: Path, migrated_master: Path) -> None:
    var = shutil.copytree(migrated_master, tmp_path / "var")
    key = "a-session-key-that-must-not-be-found"
    statement = f"INSERT INTO django_session VALUES ('{key}', 'who-is-signed-in', '2099-01-01')"
    with closing(sqlite3.connect(var / DATABASE)) as own:
        own.execute(statement)
        own.commit()
    manage(var, "backup", str(tmp_path / "duet.tar.gz"))
    with tarfile.open(tmp_path / "duet.tar.gz") as packed:
        packed.extract("database", tmp_path, filter="data")
    assert key.encode() not in (tmp_path / "database").read_bytes()
