"""The last place of a mentor is given once, however many ask for it in the same instant."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from mentoring.pairs.models import Pair
from tests.factories import MentorFactory, PairFactory

ROUNDS = 20

#: One of two processes: opens its own pair of every round at the same stroke of the clock as the other.
OPENER = """
import sys, time
import django
django.setup()
from mentoring.pairs.actions import OpenPair
from mentoring.pairs.models import Pair
from mentoring.pairs.places import NoPlaceLeft
pairs = [Pair.objects.get(pk=pk) for pk in sys.argv[2:]]
print("ready", flush=True)
start = float(sys.stdin.readline())
for number, pair in enumerate(pairs):
    time.sleep(max(0.0, start + number * 0.05 - time.time()))
    try:
        OpenPair(pair, None).execute()
        print("opened", flush=True)
    except NoPlaceLeft:
        print("refused", flush=True)
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the SQLite test database into a file")
def test_two_processes_never_both_get_the_last_place(tmp_path: Path) -> None:
    rivals: list[list[int]] = [[], []]
    for _round in range(ROUNDS):
        mentor = MentorFactory(places_total=1)
        for side in rivals:
            side.append(PairFactory(mentor=mentor).pk)
    database = tmp_path / "race.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(database)])
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "DUET_VAR": str(tmp_path)}
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, "opener", *map(str, side)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env=environment,
        )
        for side in rivals
    ]
    for opener in openers:
        assert opener.stdout
        assert opener.stdout.readline() == "ready\n"
    start = time.time() + 1
    answers = [opener.communicate(f"{start}\n")[0].split() for opener in openers]
    assert [sorted(pair) for pair in zip(*answers, strict=True)] == [["opened", "refused"]] * ROUNDS
    with sqlite3.connect(database) as copy:
        (active,) = copy.execute(f"SELECT count(*) FROM {Pair._meta.db_table} WHERE state = 'active'").fetchone()
    assert active == ROUNDS
