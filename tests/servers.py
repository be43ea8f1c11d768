"""Real processes of the site for tests: commands, and servers that serve a copy of a prepared region."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATABASE = "duet.sqlite3"
START_SECONDS = 40


def require(present: bool, reason: str) -> None:
    """Skip with the reason where something is missing; under REQUIRE_SERVERS=1 fail instead."""
    if not present:
        (pytest.fail if os.environ.get("REQUIRE_SERVERS") == "1" else pytest.skip)(reason)


def environment(var: Path, settings: str = "cms.settings.demo", **more: str) -> dict[str, str]:
    """The environment of a process that keeps all its files under ``var``."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in {"DATABASE_URL", "SECRET_KEY", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    }
    own = {"DUET_VAR": str(var), "DJANGO_SETTINGS_MODULE": settings, "LOG_LEVEL": "WARNING"}
    return {**kept, **own, **more}


def manage(var: Path, *arguments: str, **more: str) -> str:
    """Run a management command and return what it printed; its failure fails the test with the output."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(var, **more),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"manage.py {' '.join(arguments)}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(var: Path, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """A server process of the site; gives its address and ends it afterwards."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:cms.gunicorn", "cms.wsgi", "--bind", f"127.0.0.1:{port}"]
    with (var / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=dict(env or environment(var)), stdout=log, stderr=log)
    try:
        _wait(server, port, var / "server.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/appearance/", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')}")


def copy_region(source: Path, target: Path) -> Path:
    """A copy of the prepared region that a server may change."""
    shutil.copytree(source, target)
    return target
