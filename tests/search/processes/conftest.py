"""Real processes on one database: a new file, or a new database of the PostgreSQL that the suite runs on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.databases import empty_database


class Process:
    """A worker: `do` asks and waits, `begin` asks, `result` waits."""

    def __init__(self, database_url: str, **more: str) -> None:
        environment = {
            **os.environ,
            **more,
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "LOG_LEVEL": "WARNING",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.search.processes.worker"],
            cwd=Path(__file__).resolve().parents[3],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def begin(self, verb: str, *arguments: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([verb, arguments]) + "\n")
        self._process.stdin.flush()

    def result(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the worker has died"
        return json.loads(line)

    def do(self, verb: str, *arguments: Any) -> Any:
        self.begin(verb, *arguments)
        return self.result()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.communicate(timeout=10)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Process]]:
    """Starts workers on one new database; what is given besides goes into their environment."""
    started: list[Process] = []
    with empty_database(tmp_path / "search.sqlite3") as url:

        def begin(**more: str) -> Process:
            started.append(Process(url, **more))
            return started[-1]

        yield begin
        for process in started:
            process.close()
