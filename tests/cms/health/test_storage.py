"""A full disk and a damaged file are told in words with the way back, and nothing else is taken for them."""

from __future__ import annotations

import errno
import logging
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.core.checks import CheckMessage
from django.db import DatabaseError, OperationalError

from cms.health import storage
from cms.health.registry import Health
from cms.health.storage import Trouble, trouble_of
from cms.health.upgrading import error_or_upgrade
from tests.servers import DATABASE, ROOT, environment, manage, serving

FULL_DEVICE = Path("/dev/full")


def damaged(file: Path, page: int = 4096) -> Path:
    """The file with another content from its fifth page on; what is before names the tables."""
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as pages:
        pages.seek(0, 2)
        size = pages.tell()
        pages.seek(max(4 * page, size // 3))
        pages.write(b"\xa5" * (size - pages.tell()))
    return file


def raised(action) -> BaseException:
    """What it raises."""
    with pytest.raises(Exception) as caught:
        action()
    return caught.value


@pytest.fixture
def small_file(tmp_path):
    """A database of some hundred pages."""
    file = tmp_path / "small.sqlite3"
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT)")
        writer.executemany("INSERT INTO words (word) VALUES (?)", [("слово" * 100,) for _ in range(900)])
        writer.commit()
    return file


def test_a_full_disk_is_known_by_its_number():
    def write() -> None:
        with FULL_DEVICE.open("wb", buffering=0) as file:
            file.write(b"x")

    assert trouble_of(raised(write)) is Trouble.FULL
    assert trouble_of(OSError(errno.EACCES, "forbidden")) is None


def test_a_full_file_of_sqlite_is_known(small_file):
    with closing(sqlite3.connect(small_file)) as writer:
        writer.execute("PRAGMA max_page_count = 1")  # never less than there are
        full = raised(lambda: writer.execute("CREATE TABLE more AS SELECT * FROM words"))
    wrapped = DatabaseError("wrapped as Django does")
    wrapped.__cause__ = full
    assert trouble_of(wrapped) is Trouble.FULL


def test_a_damaged_file_is_known_and_a_busy_or_missing_one_is_not(small_file):
    with closing(sqlite3.connect(damaged(small_file))) as reader:
        assert trouble_of(raised(lambda: reader.execute("SELECT count(word) FROM words").fetchall())) is Trouble.DAMAGED
    small_file.write_bytes(b"not a database at all, not even a page of one" * 100)
    with closing(sqlite3.connect(small_file)) as reader:
        assert trouble_of(raised(lambda: reader.execute("SELECT 1 FROM words"))) is Trouble.DAMAGED
    with closing(sqlite3.connect(":memory:")) as reader:
        assert trouble_of(raised(lambda: reader.execute("SELECT 1 FROM words"))) is None
    assert trouble_of(OperationalError("database is locked")) is None
    assert trouble_of(None) is None


@pytest.mark.parametrize(("full", "words"), [(True, "кончилось место"), (False, "Файл с данными сайта повреждён")])
def test_a_visitor_reads_what_is_the_matter_and_the_log_what_to_do(
    full, words, rf, small_file, caplog, settings, tmp_path
):
    settings.DUET_VAR = tmp_path
    with caplog.at_level(logging.CRITICAL), closing(sqlite3.connect(damaged(small_file))) as reader:
        try:
            if full:
                raise OSError(errno.ENOSPC, "No space left on device")
            reader.execute("SELECT count(word) FROM words").fetchall()
        except (OSError, sqlite3.Error):
            response = error_or_upgrade(rf.get("/kontakty/"))
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert words in response.content.decode()
    assert ("restore" in caplog.text) is not full
    assert (storage.nobody_met_damage().health is Health.BROKEN) is not full


@pytest.mark.slow
def test_a_damaged_region_is_told_everywhere_and_comes_back_from_its_archive(region, tmp_path):
    var = Path(shutil.copytree(region, tmp_path / "var"))
    archive = tmp_path / "archive.tar.gz"
    manage(var, "backup", str(archive))
    damaged(var / DATABASE)
    with serving(var) as site:
        assert _read(f"{site}/novosti/")[0] == 503
        assert "файл базы данных: повреждён" in _read(f"{site}/health/")[1]
    log = (var / "server.log").read_text()
    assert "manage.py restore" in log
    found = _check(var)
    assert "Файл базы данных повреждён" in found
    assert "manage.py restore" in found

    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (var / name).unlink(missing_ok=True)
    manage(var, "restore", str(archive), "--yes")
    assert "повреждён" not in _check(var)
    with serving(var) as site:
        assert _read(f"{site}/novosti/")[0] == 200
        assert "повреждён." not in _read(f"{site}/health/")[1]


def _read(url: str) -> tuple[int, str]:
    """The answer, whatever it is."""
    try:
        with urlopen(url, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def _check(var: Path) -> str:
    """What `check` says, whatever it thinks."""
    command = [sys.executable, "manage.py", "check", "--database", "default"]
    done = subprocess.run(command, cwd=ROOT, env=environment(var), capture_output=True, text=True, timeout=120)
    return done.stdout + done.stderr


def test_checks_say_nothing_of_tables_that_a_stopped_migrate_has_still_to_make(monkeypatch: pytest.MonkeyPatch) -> None:
    """`migrate` runs them first: one that asks for a column to come would stop the very command that brings it."""

    def half_made() -> list[CheckMessage]:
        raise OperationalError("no such column: wagtailcore_site.site_name")

    monkeypatch.setattr(storage, "is_behind", lambda: True)
    assert storage.unless_damaged(half_made)() == []
    monkeypatch.setattr(storage, "is_behind", lambda: False)
    with pytest.raises(OperationalError):
        storage.unless_damaged(half_made)()
