"""What a process costs: checks, migrations, the first search of a worker, its memory; whole indexes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.whole.goals import Line

_WORKER = """
import time, django
from benchmarks.memory import resident
django.setup()
from cms.wsgi import application
from benchmarks.whole.asking import request
asks = [request(address) for address in {addresses}]
begun = time.process_time()
asks[0]()
first = time.process_time() - begun
for _ in range(3):
    for ask in asks:
        ask()
print(first * 1000, resident() / 1024 / 1024)
"""


def measure(addresses: list[str]) -> list[Line]:
    """Processor seconds of commands; the memory of a worker that has answered everything."""
    lines = [Line("manage.py check", _seconds("django", "check"), "s", 2.2)]
    with tempfile.TemporaryDirectory() as folder:
        empty = {"DATABASE_URL": f"sqlite:///{Path(folder) / 'empty.sqlite3'}"}
        lines.append(
            Line("migrate from nothing", _seconds("django", "migrate", "--verbosity", "0", **empty), "s", 12.0)
        )
    said = subprocess.run(
        [sys.executable, "-c", _WORKER.format(addresses=addresses)], check=True, stdout=subprocess.PIPE, text=True
    )
    first, used = map(float, said.stdout.split()[-2:])
    lines.append(Line("first search of a worker that is warmed by nothing", first, "ms", 100.0))
    return [*lines, Line("memory of a used worker", used, "MB", 170.0)]


def _seconds(*arguments: str, **environment: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", *arguments], check=True, env={**os.environ, **environment})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def indexes() -> list[Line]:
    """The bank's index built anew, against Wagtail's index of the same rows in its database, right after it."""
    from django.utils import timezone

    from benchmarks import flat, writing
    from mentoring.bank.models import Mentor

    ours, _documents = writing.rebuild()
    flat.fill(timezone.localdate())
    begun = time.thread_time()
    flat.index_for_wagtail()
    wagtail = time.thread_time() - begun
    return [
        Line(f"the bank's index built anew, {Mentor.objects.count():,} mentors", ours, "s", 2.5),
        Line("the same against Wagtail's index of the flat rows", ours / wagtail, "×", 0.8),
    ]
