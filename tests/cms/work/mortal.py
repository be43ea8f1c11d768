"""Worker processes that are killed: each is forked from one process that is set up already, and dies by SIGKILL.

Run as `python -m tests.cms.work.mortal KILLS`; prints how many workers died while tasks were open.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import timedelta

import django

LEASE = timedelta(seconds=1)
YOUNGEST, OLDEST = 0.02, 0.12  # seconds of life
AT_WORK = 0.02  # seconds, of every second worker, after its first effect
PATIENCE = 10  # seconds for that effect on a busy machine


def live() -> None:
    """Be a worker until killed."""
    from cms.work.worker import Worker

    Worker(lease=LEASE).start()
    signal.pause()


def kill(number: int) -> None:
    """Raise a worker and kill it: every second one in its work, the others in whatever they do."""
    chance = random.Random(number)
    before = effects()
    child = os.fork()
    if child == 0:
        live()
    if number % 2:
        deadline = time.monotonic() + PATIENCE
        while effects() == before and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, AT_WORK))
    else:
        time.sleep(chance.uniform(YOUNGEST, OLDEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def effects() -> int:
    """How much was written up to now; the connection is closed again, so that no child inherits it."""
    from django.db import connections

    from cms.mailing.models import OutgoingMail

    try:
        return OutgoingMail.objects.filter(recipient="effects@example.org").count()
    finally:
        connections.close_all()


def open_tasks() -> int:
    """How many tasks are not done; the connection is closed again, so that no child inherits it."""
    from django.db import connections
    from django_tasks_db.models import DBTaskResult

    try:
        return DBTaskResult.objects.filter(task_path__contains="effects").exclude(status="SUCCESSFUL").count()
    finally:
        connections.close_all()


def main(kills: int) -> None:
    django.setup()
    killed = 0
    while killed < kills and open_tasks():
        kill(killed)
        killed += 1
    print(killed)  # noqa: T201 – the test reads it
    deadline = time.monotonic() + 120
    child = os.fork()
    if child == 0:
        live()
    while open_tasks() and time.monotonic() < deadline:
        time.sleep(0.2)
    os.kill(child, signal.SIGTERM)


if __name__ == "__main__":
    main(int(sys.argv[1]))
