"""The units of deploy/systemd: hardened, known to systemd, and each command run for real in a folder of its own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from configparser import ConfigParser
from pathlib import Path

import pytest

from cms.backup.keeping import newest
from cms.work.worker import STOP_SECONDS
from tests.deployment import commands
from tests.deployment.test_running import becomes_well, production, run, running
from tests.servers import DATABASE, ROOT, copy_region, free_port, manage, require

FOLDER = ROOT / "deploy" / "systemd"
UNITS = sorted(path.name for path in FOLDER.glob("*.service"))
TIMERS = sorted(path.name for path in FOLDER.glob("*.timer"))
GUIDE = (ROOT / "docs" / "virtual-machine.md").read_text()
CODE, ARCHIVES = "/opt/duet/.venv/bin/", "/var/backups/duet"


def read(*paths: Path) -> ConfigParser:
    """A unit with its drop-in; of keys that stand twice the last counts, which is enough for what is asked here."""
    parser = ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(paths)
    return parser


def unit(name: str) -> ConfigParser:
    return read(FOLDER / "duet-.service.d" / "common.conf", FOLDER / name)


def command(name: str, archives: Path, port: int = 8000) -> str:
    """What the unit runs, with this test's Python, folder and port."""
    said = unit(name)["Service"]["ExecStart"]
    assert said.startswith(CODE), "programs of the unit are those of the site"
    return (
        said.replace(f"{CODE}python", sys.executable)
        .replace(f"{CODE}gunicorn", f"{sys.executable} -m gunicorn")
        .replace(ARCHIVES, str(archives))
        .replace(":8000", f":{port}")
    )


def test_there_is_a_unit_for_each_work() -> None:
    assert UNITS == ["duet-backup.service", "duet-drill.service", "duet-web.service", "duet-worker.service"]
    assert TIMERS == ["duet-backup.timer", "duet-drill.timer"]
    for timer in TIMERS:
        assert timer.replace(".timer", ".service") in UNITS
        assert read(FOLDER / timer)["Timer"]["Persistent"] == "yes", (
            "a night in which the machine was off is made up for"
        )


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_may_touch_what_it_needs_and_nothing_else(name: str) -> None:
    service = unit(name)["Service"]
    assert service["User"] == "duet"
    assert service["NoNewPrivileges"] == service["PrivateTmp"] == service["ProtectHome"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert service["StateDirectory"] == "duet"
    assert "DUET_VAR=/var/lib/duet" in service["Environment"]
    if "backup" in name:
        assert service["ReadWritePaths"] == ARCHIVES
        assert service["UMask"] == "0077", "an archive is its owner's alone"
    else:
        assert "ReadWritePaths" not in service


def test_what_serves_is_started_again_and_may_finish() -> None:
    for name in ("duet-web.service", "duet-worker.service"):
        service = unit(name)["Service"]
        assert service["Restart"] == "on-failure"
        assert float(service["TimeoutStopSec"]) > STOP_SECONDS
        assert service["MemoryMax"]


def test_units_and_compose_run_the_same_programs() -> None:
    archives = Path("/backups")
    own = {name: command(name, archives).replace(sys.executable, "python") for name in UNITS}
    assert own["duet-web.service"].removeprefix("python -m ") == commands.WEB.replace("0.0.0.0", "127.0.0.1")
    assert own["duet-worker.service"] == commands.WORKER
    assert (own["duet-backup.service"], own["duet-drill.service"]) == commands.BACKUP


def test_the_guide_names_what_the_units_need() -> None:
    for name in (*(name for name in UNITS if not name.startswith(("duet-backup", "duet-drill"))), *TIMERS):
        assert name.removesuffix(".service") in GUIDE, name
    for path in ("/opt/duet", "/etc/duet/duet.env", ARCHIVES, "deploy/systemd"):
        assert path in GUIDE, path
    file = re.search(r"```ini\n(.*?)```", GUIDE, re.DOTALL)
    assert file
    known = set(re.findall(r'env\.\w+\("(\w+)"', (ROOT / "cms/settings/environment.py").read_text()))
    assert set(re.findall(r"^#? ?(\w+)=", file[1], re.MULTILINE)) <= known


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    """Where the program is not installed yet, its name alone is replaced."""
    require(shutil.which("systemd-analyze") is not None, "no systemd-analyze")
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    for path in tmp_path.glob("*.service"):
        path.write_text(re.sub(rf"{CODE}\w+", "/bin/true", path.read_text()))
    env = {**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"}
    verify = ["systemd-analyze", "verify", "--man=no", *UNITS, *TIMERS]
    done = subprocess.run(verify, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    for name in UNITS:
        judge = ["systemd-analyze", "security", "--offline=true", "--threshold=20", name]
        judged = subprocess.run(judge, env=env, capture_output=True, text=True, check=False, timeout=60)
        assert judged.returncode == 0, judged.stdout[-300:]


@pytest.mark.slow
def test_every_unit_does_its_work(migrated_master: Path, tmp_path: Path) -> None:
    """Web says that it is ready, the worker's heart beats, an archive is made, and the drill finds it good."""
    var, archives, port = copy_region(migrated_master, tmp_path / "var"), tmp_path / "archives", free_port()
    archives.mkdir()
    env = production(var, f"sqlite:///{var / DATABASE}")
    manage(var, "collectstatic", "--noinput", "-v0", **env)
    (var / "media" / "documents").mkdir(parents=True, exist_ok=True)
    (var / "media" / "documents" / "order.pdf").write_bytes(b"order")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
        ready.bind(str(tmp_path / "notify"))
        ready.settimeout(90)
        told = {**env, "NOTIFY_SOCKET": str(tmp_path / "notify")}
        with (
            running(command("duet-worker.service", archives), env, tmp_path / "worker.log") as worker,
            running(command("duet-web.service", archives, port), told, tmp_path / "web.log") as web,
        ):
            assert b"READY=1" in ready.recv(4096), "Type=notify: systemd waits for this word"
            becomes_well(commands.WEB_CHECK.replace("8000", str(port)), env, tmp_path / "web.log")
            becomes_well(commands.WORKER_CHECK, env, tmp_path / "worker.log")
            run(command("duet-backup.service", archives), env)
            run(command("duet-drill.service", archives), env)
        assert (web.returncode, worker.returncode) == (0, 0), "told to end, they end by themselves"
    archive = newest(archives)
    assert archive
    assert archive.stat().st_mode & 0o077 == 0
    assert time.time() - archive.stat().st_mtime < 600
