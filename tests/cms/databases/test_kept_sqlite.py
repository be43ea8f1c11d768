"""The connection to SQLite outlives a request, and never outlives its file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection as suite

from cms.databases.kept_sqlite.base import DatabaseWrapper
from tests.servers import manage

pytestmark = pytest.mark.django_db

#: How many connections four requests of one process open, through WSGI as a server would send them.
COUNT = """
import io, sys
from django.db import connection
from django.db.backends.signals import connection_created
from cms.wsgi import application
opened = []
connection_created.connect(lambda **_: opened.append(1), weak=False)
connection.close()
for path in ("/nastavniki/", "/nastavniki/", "/slovar/", "/nastavniki/"):
    answer = application({
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http", "REMOTE_ADDR": "127.0.0.1",
    }, lambda *_: None)
    list(answer)
    answer.close()
print("opened", len(opened))
"""


def put(file: Path, word: str) -> Path:
    """A database with one row."""
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE words (word TEXT)")
        made.execute("INSERT INTO words VALUES (?)", (word,))
        made.commit()
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put(tmp_path / "site.sqlite3", "прежнее")


@pytest.fixture
def kept(file: Path, db: None) -> Iterator[DatabaseWrapper]:
    """A connection that is kept as in production."""
    own: dict[str, Any] = {**suite.settings_dict, "NAME": str(file), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    wrapper = DatabaseWrapper({**own, "OPTIONS": {}}, "kept")
    wrapper.inc_thread_sharing()
    yield wrapper
    wrapper.close()


def asked(kept: DatabaseWrapper) -> str:
    """What the next request reads."""
    kept.close_if_unusable_or_obsolete()
    with kept.cursor() as cursor:
        cursor.execute("SELECT word FROM words")
        return str(cursor.fetchone()[0])


def test_it_is_opened_once_for_many_requests(kept: DatabaseWrapper) -> None:
    assert asked(kept) == "прежнее"
    opened = kept.connection
    assert asked(kept) == "прежнее"
    assert kept.connection is opened


def test_another_file_in_its_place_is_read_at_once(kept: DatabaseWrapper, file: Path, tmp_path: Path) -> None:
    assert asked(kept) == "прежнее"
    put(tmp_path / "other.sqlite3", "новое").replace(file)
    assert asked(kept) == "новое"
    with kept.cursor() as cursor:
        cursor.execute("UPDATE words SET word = 'записано'")
    with closing(sqlite3.connect(file)) as there:
        assert there.execute("SELECT word FROM words").fetchone() == ("записано",)


def test_a_restore_from_another_process_is_seen_with_its_other_columns(kept: DatabaseWrapper, file: Path) -> None:
    assert asked(kept) == "прежнее"
    with closing(sqlite3.connect(":memory:")) as copy, closing(sqlite3.connect(file)) as there:
        copy.execute("CREATE TABLE words (number INTEGER, word TEXT)")
        copy.execute("INSERT INTO words VALUES (1, 'из копии')")
        copy.commit()
        copy.backup(there)
    assert asked(kept) == "из копии"


@pytest.mark.slow
def test_a_server_opens_the_database_once(migrated_master: Path, tmp_path: Path) -> None:
    var = shutil.copytree(migrated_master, tmp_path / "var")
    assert "opened 1" in manage(var, "shell", "--no-imports", "-v0", "-c", COUNT)
