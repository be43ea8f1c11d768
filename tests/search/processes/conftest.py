"""Real processes on one database file."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


class Process:
    """A worker: `do` asks and waits, `begin` asks, `result` waits."""

    def __init__(self, database: Path) -> None:
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{database}",
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
def start(tmp_path: Path) -> Iterator[Callable[[], Process]]:
    """Starts workers on one new database file."""
    started: list[Process] = []

    def begin() -> Process:
        started.append(Process(tmp_path / "search.sqlite3"))
        return started[-1]

    yield begin
    for process in started:
        process.close()
