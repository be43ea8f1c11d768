"""The people of the endurance run work on a real site: what they save is there, and nothing fails."""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from benchmarks.endurance.clients import Tally, edit, read
from benchmarks.endurance.report import table
from demo.accounts import PASSWORD
from tests.servers import ROOT, environment, serving

pytestmark = pytest.mark.slow


def test_readers_read_and_an_editor_saves(region: Path) -> None:
    tally = Tally()
    with serving(region) as site:
        until = time.monotonic() + 15
        people = [threading.Thread(target=read, args=(site, tally, until, number)) for number in range(2)]
        people.append(threading.Thread(target=edit, args=(site, tally, until, 0, "coordinator", PASSWORD)))
        for person in people:
            person.start()
        for person in people:
            person.join()
        time.sleep(1)
    assert tally.failures == []
    assert {"search", "mentor", "page", "form", "save"} <= set(tally.seconds)

    command = [sys.executable, "-m", "benchmarks.endurance.found", *tally.saved, "слово9999"]
    done = subprocess.run(command, cwd=ROOT, env=environment(region), capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == set(tally.saved)

    options = argparse.Namespace(mentors=5_401, readers=2, editors=1, minutes=0.25)
    assert f"{len(tally.saved)} saves, 0 of them not found" in table(tally, options, locked=0, lost=[])
