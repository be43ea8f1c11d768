"""`migrate` is killed in the middle, again and again; the next one goes on, and nothing is half done."""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.databases import empty_database
from tests.servers import DATABASE, ROOT, environment
from tests.upgrade.test_upgrade import FORMER

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

#: Killed while the migration of this number is applied, counted anew after each kill.
IN_A_NEW_DATABASE, IN_AN_UPGRADE = (2, 25, 30, 20), (1, 3, 5, 2)
COUNT = """
from wagtail.models import Page
from cms.pages.models import HomePage
print(Page.objects.count(), HomePage.objects.count())
"""


@pytest.fixture
def var(tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    (folder / "media").mkdir(parents=True)
    return folder


def migrate_until(number: int, env: dict[str, str]) -> bool:
    """Kill `migrate` while it applies the migration of this number; False where it ended before."""
    command = [sys.executable, "-u", "manage.py", "migrate", "--no-color"]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        for applied, _word in enumerate(_applyings(process), 1):
            if applied == number:
                process.send_signal(signal.SIGKILL)
                return True
        return False
    finally:
        process.kill()
        process.wait()


def _applyings(process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """Each time that a migration begins: the line is not ended before it is over."""
    assert process.stdout is not None
    seen = b""
    while piece := os.read(process.stdout.fileno(), 1):
        seen += piece
        if seen.endswith(b"Applying "):
            yield seen
            seen = b""


def run(env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=600)


def finish(env: dict[str, str]) -> str:
    """`migrate` once more; what the database holds then."""
    done = run(env, "migrate", "-v0")
    assert done.returncode == 0, done.stdout + done.stderr
    assert run(env, "migrate", "--check").returncode == 0
    assert "duet.W02" not in run(env, "check", "--database", "default").stderr
    told = run(env, "shell", "--no-imports", "-v0", "-c", COUNT)
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


@pytest.mark.django_db
def test_a_new_database_is_finished_by_the_next_migrate(var: Path) -> None:
    with empty_database(var / DATABASE) as url, empty_database(var / "whole.sqlite3") as whole:
        env = environment(var, DATABASE_URL=url)
        killed = [migrate_until(number, env) for number in IN_A_NEW_DATABASE]
        assert any(killed)
        assert finish(env) == finish(environment(var, DATABASE_URL=whole))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the former release's database is a file of SQLite")
def test_an_upgrade_is_finished_by_the_next_migrate(var: Path) -> None:
    whole = var / "whole.sqlite3"
    with gzip.open(FORMER) as packed, (var / DATABASE).open("wb") as file:
        shutil.copyfileobj(packed, file)
    shutil.copy(var / DATABASE, whole)
    env = environment(var)
    killed = [migrate_until(number, env) for number in IN_AN_UPGRADE]
    assert any(killed)
    assert finish(env) == finish(environment(var, DATABASE_URL=f"sqlite:///{whole}"))
    assert tables(var / DATABASE) == tables(whole)


def tables(database: Path) -> set[tuple[str, str]]:
    """The statements that make every table and index."""
    with sqlite3.connect(database) as asked:
        assert asked.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not asked.execute("PRAGMA foreign_key_check").fetchall()
        return set(asked.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
