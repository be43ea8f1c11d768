"""The worker as a process, and as a guest of the web process."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from cms.work.models import WorkerBeat
from cms.work.worker import Worker
from tests.cms.work.effects import remember, written
from tests.servers import ROOT, copy_region, environment, manage, serving

pytestmark = pytest.mark.django_db

ASK = "from tests.cms.work.effects import remember; remember.enqueue('письмо')"
TELL = "from tests.cms.work.effects import written; print(*written(), sep='\\n')"
#: Calls through the shell command, which stays silent but for what is printed.
SHELL = ("shell", "--no-imports", "-v0", "-c")


def shell(var: Path, code: str) -> str:
    return manage(var, *SHELL, code)


def until(var: Path, code: str, words: str, seconds: float = 90) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if words in shell(var, code):
            return True
    return False


@pytest.fixture
def var(migrated_master: Path, tmp_path: Path) -> Path:
    return copy_region(migrated_master, tmp_path / "var")


def test_a_guest_stands_aside_for_a_worker_of_its_own():
    WorkerBeat.objects.create(name="worker")
    remember.enqueue("письмо")
    guest = Worker(inside=True)
    guest.keep()

    assert guest._unless_aside(guest._work)() is False
    WorkerBeat.objects.filter(name="worker").update(beaten_at=timezone.now() - timedelta(minutes=1))
    guest.keep()
    while guest._unless_aside(guest._work)():
        pass
    assert written() == ["письмо"]


@pytest.mark.slow
def test_a_worker_that_is_told_to_end_finishes_and_says_goodbye(var):
    shell(var, ASK)
    worker = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=environment(var))
    try:
        assert until(var, TELL, "письмо")
    finally:
        worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=15) == 0
    assert shell(var, "from cms.work.models import WorkerBeat; print(WorkerBeat.objects.count())").strip() == "0"


@pytest.mark.slow
def test_a_site_without_a_worker_does_its_work_itself(var):
    with serving(var):
        shell(var, ASK)
        assert until(var, TELL, "письмо")


@pytest.mark.slow
def test_once_does_what_waits_and_ends(var):
    shell(var, ASK)
    assert "Сделано задач" in manage(var, "worker", "--once")
    assert "письмо" in shell(var, TELL)
