"""The bench runs on a small bank, and everybody who can answer a query answers the same."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.servers import DATABASE, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, migrated_master: Path) -> tuple[dict[str, Any], str]:
    """What the bench measured at 300 mentors in one round, and what it printed."""
    kept = tmp_path_factory.mktemp("bench") / "measured.json"
    command = [
        sys.executable,
        "-m",
        "benchmarks",
        "--sizes",
        "300",
        "--rounds",
        "1",
        "--no-readme",
        "--migrated",
        str(migrated_master / DATABASE),
        "--json",
        str(kept),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert kept.exists(), done.stderr
    return json.loads(kept.read_text(encoding="utf-8"))[0], done.stdout


def test_all_contenders_agree(run: tuple[dict[str, Any], str]) -> None:
    measured, _ = run
    assert measured["disagreements"] == []
    assert 200 < measured["documents"] <= 300


def test_each_contender_answers_what_it_can(run: tuple[dict[str, Any], str]) -> None:
    measured, _ = run
    answered = {name: sum(name in query["seconds"] for query in measured["queries"]) for name in measured["contenders"]}
    assert answered == {
        "embedded": 32,
        "embedded, first time": 32,
        "memory": 29,
        "Wagtail": 29,
        "django-filter": 18,
    }
    assert not any(query["stopped"] for query in measured["queries"])


def test_figures_stand_beside_what_is_to_be_reached(run: tuple[dict[str, Any], str]) -> None:
    _, printed = run
    assert "embedded against bitmaps in memory" in printed
    assert "reached |" in printed
