"""The commands of compose.yaml, run without containers by production settings: a new site comes up and is well."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.databases import empty_database
from tests.deployment import commands
from tests.servers import ROOT, environment, free_port

HOST = "nastavnik.example.org"


def production(var: Path, url: str) -> dict[str, str]:
    """What .env and compose.yaml set; the programs are those of this test's own Python."""
    env = environment(
        var,
        "cms.settings.production",
        SECRET_KEY=secrets.token_urlsafe(60),
        ALLOWED_HOSTS=HOST,
        SITE_URL=f"https://{HOST}",
        BEHIND_PROXY="1",
        BACKGROUND="worker",
        DATABASE_URL=url,
    )
    return {**env, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"}


def run(command: str, env: dict[str, str]) -> None:
    done = subprocess.run(
        ["sh", "-ec", command], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"


@contextmanager
def running(command: str, env: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output:
        process = subprocess.Popen(shlex.split(command), cwd=ROOT, env=env, stdout=output, stderr=output)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=40)


def becomes_well(check: str, env: dict[str, str], log: Path, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if subprocess.run(shlex.split(check), cwd=ROOT, env=env, capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.5)
    pytest.fail(f"{check}:\n{log.read_text(errors='replace')}")


def health(port: str) -> dict[str, Any]:
    """What the site says of itself, well or not."""
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=30)
    connection.request("GET", "/health/", headers={"Host": HOST, "Accept": "application/json"})
    found: dict[str, Any] = json.load(connection.getresponse())
    return found


@pytest.mark.slow
@pytest.mark.django_db
def test_a_new_site_comes_up_by_the_commands_of_compose(tmp_path: Path) -> None:
    port = str(free_port())
    web, web_check = (command.replace("8000", port) for command in (commands.WEB, commands.WEB_CHECK))
    with empty_database(tmp_path / "site.sqlite3") as url:
        env = production(tmp_path, url)
        for command in commands.PREPARE:
            run(command, env)
        with (
            running(commands.WORKER, env, tmp_path / "worker.log") as worker,
            running(web, env, tmp_path / "web.log"),
        ):
            becomes_well(web_check, env, tmp_path / "web.log")
            becomes_well(commands.WORKER_CHECK, env, tmp_path / "worker.log")
            found = health(port)
            (archives := tmp_path / "archives").mkdir()
            for command in (*commands.BACKUP, commands.BACKUP_CHECK):
                run(command.replace("/backups", str(archives)), env)
        assert worker.returncode == 0, "told to end, it ends by itself"
    found["parts"].pop("disk")  # this machine's own
    assert {part["status"] for part in found["parts"].values()} == {"ok"}, found
