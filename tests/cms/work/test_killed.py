"""T9: a worker is killed a hundred times in a thousand tasks; all are done, and each effect is there once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.servers import ROOT, environment, manage

TASKS, KILLS = 1000, 100
SHELL = ("shell", "--no-imports", "-v0", "-c")
ASK = f"""
from django.db import transaction
from tests.cms.work.effects import remember_slowly
with transaction.atomic():
    for number in range({TASKS}):
        remember_slowly.enqueue(f"{{number:04}}")
"""
TELL = "from tests.cms.work.effects import written; print(*written(), sep='\\n')"
TRIES = """
from django_tasks_db.models import DBTaskResult
print(max(len(task.worker_ids) for task in DBTaskResult.objects.all()))
"""


@pytest.mark.slow
@pytest.mark.django_db
def test_every_task_is_done_once_however_often_its_worker_is_killed(
    tmp_path: Path, migrated_database: Callable[[Path], Any]
) -> None:
    with migrated_database(tmp_path / "work.sqlite3") as url:
        own = {"DATABASE_URL": url}
        manage(tmp_path, *SHELL, ASK, **own)

        command = [sys.executable, "-m", "tests.cms.work.mortal", str(KILLS)]
        env = environment(tmp_path, **own, LOG_LEVEL="ERROR")
        killing = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600, check=False)

        assert killing.returncode == 0, killing.stderr
        assert int(killing.stdout) == KILLS, "the tasks were done before the last worker was killed"
        wanted = sorted(f"{number:04} {half}" for number in range(TASKS) for half in ("начало", "конец"))
        assert manage(tmp_path, *SHELL, TELL, **own).split("\n")[:-1] == wanted
        assert int(manage(tmp_path, *SHELL, TRIES, **own)) > 1, "no worker was killed in the middle of a task"
