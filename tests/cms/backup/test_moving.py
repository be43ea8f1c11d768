"""«Many writers»: the region moves from SQLite to PostgreSQL by an archive, and back, and stays the same."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cms.backup.digests import NUMBERS, SAME
from tests.cms.backup.test_round_trip import FILL, SHELL, files_of
from tests.servers import ROOT, copy_region, environment, manage, require

#: Ids that were given out and are free again, text that a dump has to escape, a long text, a hidden signature.
ODD = """
from cms.territories.models import Municipality
from django.contrib.sessions.models import Session
from django.utils import timezone
first = Municipality.objects.order_by("pk").first()
Municipality.objects.filter(pk=first.pk).update(name="Тихий \\\\ район\\tс «табуляцией»")
Municipality.objects.order_by("-pk").first().delete()
Session.objects.create(session_key="signed-in", session_data="x", expire_date=timezone.now())
"""


@pytest.fixture
def postgres() -> Iterator[str]:
    """The address of an empty database on the PostgreSQL server of the tests."""
    server = os.environ.get("TEST_POSTGRES_URL", "")
    require(bool(server), "TEST_POSTGRES_URL is not set")
    import psycopg

    name = f"duet_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as administration:
        administration.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{server.rsplit('/', 1)[0]}/{name}"
        finally:
            administration.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.slow
def test_the_region_moves_to_postgresql_and_back(migrated_master: Path, postgres: str, tmp_path: Path) -> None:
    first, second, third = copy_region(migrated_master, tmp_path / "first"), tmp_path / "second", tmp_path / "third"
    second.mkdir()
    third.mkdir()
    manage(first, *SHELL, FILL)
    manage(first, *SHELL, ODD)
    manage(first, "rebuild_search", "-v0")
    before, numbers = manage(first, *SHELL, SAME), manage(first, *SHELL, NUMBERS)

    manage(first, "backup", str(tmp_path / "sqlite.tar.gz"))
    manage(second, "restore", "--yes", str(tmp_path / "sqlite.tar.gz"), DATABASE_URL=postgres)
    assert manage(second, *SHELL, SAME, DATABASE_URL=postgres) == before
    assert manage(second, *SHELL, NUMBERS, DATABASE_URL=postgres) == numbers
    assert files_of(second) == files_of(first)
    assert "Расхождений нет" in manage(second, "search_status", DATABASE_URL=postgres)
    count = "from django.contrib.sessions.models import Session; print(Session.objects.count())"
    assert manage(second, *SHELL, count, DATABASE_URL=postgres).strip() == "0"

    if cluster := os.environ.get("TEST_ELASTICSEARCH_URL"):  # «many readers»
        readers = {"DATABASE_URL": postgres, "ELASTICSEARCH_URL": cluster, "SEARCH_PREFIX": uuid.uuid4().hex[:12]}
        manage(second, "rebuild_search", "-v0", **readers)
        assert "Расхождений нет" in manage(second, "search_status", **readers)
        assert manage(second, *SHELL, SAME, **readers) == before

    manage(second, "backup", str(tmp_path / "postgresql.tar.gz"), DATABASE_URL=postgres)
    manage(third, "restore", "--yes", str(tmp_path / "postgresql.tar.gz"))
    assert manage(third, *SHELL, SAME) == before
    assert manage(third, *SHELL, NUMBERS) == numbers
    assert files_of(third) == files_of(first)
    assert "Расхождений нет" in manage(third, "search_status")

    # What the database refuses leaves everything as it was.
    broken = 'import sqlite3, sys; own = sqlite3.connect(sys.argv[1]); own.execute("UPDATE auth_user SET username ='
    broken += " printf('%200s', 'x')\"); own.execute(\"INSERT INTO auth_group (name) VALUES (printf('%200s', 'x'))\")"
    subprocess.run([sys.executable, "-c", broken + "; own.commit()", str(first / "duet.sqlite3")], check=True)
    manage(first, "backup", str(tmp_path / "broken.tar.gz"))
    command = [sys.executable, "manage.py", "restore", "--yes", str(tmp_path / "broken.tar.gz")]
    env = environment(second, DATABASE_URL=postgres)
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Ничего не изменено" in done.stderr
    assert manage(second, *SHELL, SAME, DATABASE_URL=postgres) == before
    assert files_of(second) == files_of(third)
