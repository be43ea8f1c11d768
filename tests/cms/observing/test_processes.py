"""Several processes of one server count together, and what one counted outlives it."""

from __future__ import annotations

import os
import signal
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.deployment.test_running import becomes_well, running
from tests.servers import copy_region, environment, free_port

PROCESSES = 3
ASKED = 24
WEB = f"{sys.executable} -m gunicorn -c python:cms.gunicorn cms.wsgi --bind 127.0.0.1:%d --workers {PROCESSES}"


def fetch(address: str) -> str:
    """A page over a connection of its own, so that any of the processes may answer."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.code)


def counted(root: str) -> dict[str, float]:
    """Requests for what is not there, searches timed, and the open breaker's figures, by name."""
    found: dict[str, float] = {}
    for family in text_string_to_metric_families(fetch(f"{root}/metrics/")):
        for sample in family.samples:
            if sample.labels.get("status") == "404" or sample.name in {
                "duet_search_seconds_count",
                "duet_request_queries_count",
                "duet_search_breaker_open",
            }:
                found[sample.name] = found.get(sample.name, 0) + sample.value
    return found


def children(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(number) for number in text.split()]


@pytest.mark.slow
def test_figures_of_several_processes_add_up_and_outlive_them(migrated_master: Path, tmp_path: Path) -> None:
    var, port = copy_region(migrated_master, tmp_path / "var"), free_port()
    env = environment(var, BACKGROUND="worker", PROMETHEUS_MULTIPROC_DIR=str(var / "metrics"))
    root = f"http://127.0.0.1:{port}"
    with running(WEB % port, env, tmp_path / "web.log") as server:
        becomes_well(f"{sys.executable} -m cms.health.probe web {root}", env, tmp_path / "web.log")
        deadline = time.monotonic() + 60
        while len(children(server.pid)) < PROCESSES and time.monotonic() < deadline:
            time.sleep(0.2)
        for number in range(ASKED):
            fetch(f"{root}/no-such-page-{number}/")
            if number % 4 == 0:
                fetch(f"{root}/nastavniki/?q={number}")
        # Whichever process answers, the sums are the same.
        for _time in range(PROCESSES * 2):
            told = counted(root)
            assert told["duet_requests_total"] == ASKED
            assert told["duet_search_seconds_count"] >= ASKED / 4
            assert told["duet_search_breaker_open"] == 0
        # They grew in more than one process.
        files = {path.name.rpartition("_")[2] for path in (var / "metrics").glob("counter_*.db")}
        assert len(files) >= 2, files
        victim = children(server.pid)[0]
        os.kill(victim, signal.SIGTERM)
        while victim in children(server.pid) and time.monotonic() < deadline + 60:
            time.sleep(0.2)
        assert counted(root)["duet_requests_total"] == ASKED, "a process ends, and what it counted stays"
