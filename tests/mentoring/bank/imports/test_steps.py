"""Two people, or one with two tabs, go on with the same import: what is finished stays finished."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from cms.actions import Refused
from cms.territories.models import Organisation
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.imports.steps import Answers, CancelImport, Decide, RunImport, SettleColumns, UploadFile
from mentoring.bank.models import Mentor
from tests.mentoring.bank.imports.processes import ROOT, environment
from tests.mentoring.bank.imports.tables import csv_bytes

pytestmark = pytest.mark.usefixtures("reference")

Step = Callable[[ImportJob, User], Any]


def settling(job: ImportJob, user: User) -> SettleColumns:
    return SettleColumns(job, user, {int(index): Field(code) for index, code in job.columns.items()})


STEPS: dict[str, Step] = {
    "settle": settling,
    "decide": lambda job, user: Decide(job, user, Answers({2: "skip"})),
    "cancel": CancelImport,
    "run": RunImport,
}


@pytest.fixture
def job(coordinator: User, school: Organisation) -> ImportJob:
    file = ContentFile(csv_bytes("СОШ № 1;Иванова Мария Петровна;Химия;;"))
    uploaded = UploadFile(file, "bank.csv", school.municipality, coordinator).execute()
    settled: ImportJob = settling(uploaded, coordinator).execute()
    return settled


@pytest.mark.parametrize(("first", "second"), list(itertools.product(("run", "cancel"), STEPS)))
def test_no_step_begun_before_the_end_overwrites_it(job: ImportJob, coordinator: User, first: str, second: str) -> None:
    earlier, later = ImportJob.objects.get(pk=job.pk), ImportJob.objects.get(pk=job.pk)
    STEPS[first](earlier, coordinator).execute()
    ended = ImportJob.objects.values().get(pk=job.pk)

    with pytest.raises(Refused):
        STEPS[second](later, coordinator).execute()

    assert ImportJob.objects.values().get(pk=job.pk) == ended
    assert Mentor.objects.count() == (1 if first == "run" else 0)


def test_a_step_keeps_what_another_one_settled_meanwhile(job: ImportJob, coordinator: User) -> None:
    stale = ImportJob.objects.get(pk=job.pk)
    SettleColumns(
        job, coordinator, {int(index): Field(code) for index, code in job.columns.items()}, create_organisations=True
    ).execute()

    Decide(stale, coordinator, Answers({2: "skip"})).execute()

    assert ImportJob.objects.get(pk=job.pk).create_organisations


#: One of two tabs: takes its step with every import at the same stroke of the clock as the other.
TAB = """
import sys, time
import django
django.setup()
from django.contrib.auth import get_user_model
from cms.actions import Refused
from mentoring.bank.imports.models import ImportJob
from tests.mentoring.bank.imports.test_steps import STEPS
user = get_user_model().objects.get(pk=sys.argv[2])
jobs = list(ImportJob.objects.order_by("pk"))
print("ready", flush=True)
start = float(sys.stdin.readline())
for number, job in enumerate(jobs):
    time.sleep(max(0.0, start + number * 0.15 - time.time()))
    try:
        STEPS[sys.argv[1]](job, user).execute()
        print("done", flush=True)
    except Refused:
        print("refused", flush=True)
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("other", ["settle", "decide", "cancel"])
def test_of_two_tabs_at_once_none_undoes_what_the_other_finished(
    job: ImportJob, coordinator: User, other: str, site_database_of: Callable[[], Path]
) -> None:
    for number in range(12):
        content = csv_bytes(f"СОШ № 1;Иванова{'абвгдежзиклм'[number]} Мария Петровна;Химия;;")
        file = ContentFile(content)
        settling(UploadFile(file, "bank.csv", job.municipality, coordinator).execute(), coordinator).execute()
    database = site_database_of()
    tabs = [tab(database, step, coordinator.pk) for step in ("run", other)]
    try:
        for process in tabs:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        start = time.time() + 1
        ran, _others = ([*process.communicate(f"{start}\n", timeout=120)[0].split()] for process in tabs)
    finally:
        for process in tabs:
            process.kill()
            process.wait()
    states = dict(stored(database, "select state, count(*) from mentoring_importjob group by state"))
    mentors = next(stored(database, "select count(*) from mentoring_mentor"))[0]
    assert states.get(ImportState.DONE, 0) == mentors == ran.count("done"), (states, mentors)


def tab(database: Path, step: str, user: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", TAB, step, str(user)],
        cwd=ROOT, env=environment(database), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def stored(database: Path, sql: str) -> Iterator[tuple[Any, ...]]:
    import sqlite3

    with sqlite3.connect(database) as connection:
        yield from connection.execute(sql).fetchall()
