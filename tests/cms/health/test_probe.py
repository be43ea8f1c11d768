"""The health check of a container: an exit code."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cms.health import probe
from cms.settings import environment as paths
from cms.work import pulse
from tests.servers import ROOT, environment, free_port, serving


@pytest.fixture
def var(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "VAR", tmp_path)
    return tmp_path


def test_a_worker_that_beats_is_well(var):
    pulse.beat()
    assert probe.main(["worker"]) == 0


def test_a_silent_worker_and_a_missing_one_are_not(var, capsys):
    assert probe.main(["worker"]) == 1
    pulse.beat()
    long_ago = time.time() - 300
    os.utime(pulse.pulse_file(), (long_ago, long_ago))

    assert probe.main(["worker"]) == 1
    assert "silent for 300 s" in capsys.readouterr().err


def test_archives_of_every_night_are_well_and_missing_ones_are_not(tmp_path, capsys):
    assert probe.main(["backup", str(tmp_path)]) == 1
    archive = tmp_path / "duet-2026-11-22-031500.tar.gz"
    archive.touch()
    assert probe.main(["backup", str(tmp_path)]) == 0
    long_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(archive, (long_ago, long_ago))

    assert probe.main(["backup", str(tmp_path)]) == 1
    assert "48 h old" in capsys.readouterr().err


def test_nobody_listens():
    assert probe.main(["web", f"http://127.0.0.1:{free_port()}"]) == 1


@pytest.mark.slow
def test_the_check_of_a_web_container(tmp_path: Path):
    """Even before the first migration: live means that the process answers."""
    env = environment(tmp_path)
    with serving(tmp_path, env) as address:
        command = [sys.executable, "-m", "cms.health.probe", "web", address]
        assert subprocess.run(command, cwd=ROOT, env=env, check=False, timeout=30).returncode == 0
