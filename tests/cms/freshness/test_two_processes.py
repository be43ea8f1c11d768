"""What one process writes, the visitors of another see in their very next request."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.databases import server_url

#: A web process: reads addresses and lines of SQL, answers with the queries that a page cost and with what it says.
WEB = """
import sys
import django
django.setup()
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
print("ready", flush=True)
for line in sys.stdin:
    verb, _, rest = line.strip().partition(" ")
    if verb == "sql":
        with connection.cursor() as cursor:
            cursor.execute(rest)
        print("done", flush=True)
    else:
        url, words = rest.split(" ", 1)
        with CaptureQueriesContext(connection) as asked:
            answer = Client().get(url)
        print(len(asked), words in answer.content.decode(), flush=True)
"""
ROUNDS = 12


class Web:
    """One of several web processes on the same database."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WEB],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env=environment,
        )
        assert self._line() == "ready"

    def write(self, sql: str) -> None:
        assert self._ask(f"sql {sql}") == "done"

    def shows(self, url: str, words: str) -> tuple[int, bool]:
        """The queries that the page cost, and whether the words stand in it."""
        queries, found = self._ask(f"get {url} {words}").split()
        return int(queries), found == "True"

    def _ask(self, line: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self._line()

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture
def webs(branch: Any, tmp_path: Path) -> Iterator[tuple[Web, Web]]:
    """Two web processes."""
    if connection.vendor == "postgresql":
        url = server_url(str(connection.settings_dict["NAME"]))
    else:
        copy = tmp_path / "site.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        url = f"sqlite:///{copy}"
    environment = {**os.environ, "DATABASE_URL": url, "DUET_VAR": str(tmp_path), "LOG_LEVEL": "ERROR"}
    pair = Web(environment), Web(environment)
    yield pair
    for web in pair:
        web.process.kill()
        web.process.wait()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_what_one_process_writes_the_other_shows_at_once(branch: Any, webs: tuple[Web, Web]) -> None:
    for number in range(ROUNDS):
        writer, reader = webs if number % 2 else webs[::-1]
        reader.shows(branch.url, "-")
        reader.shows(branch.url, "-")
        assert reader.shows(branch.url, "-")[0] == 1  # remembered
        writer.write(f"UPDATE wagtailcore_page SET title = 'Имя-{number}' WHERE id = {branch.pk}")
        assert reader.shows(branch.url, f"Имя-{number}")[1]
