"""The last place of a mentor is given once, however many ask for it in the same instant."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from mentoring.pairs.models import Pair
from tests.databases import shared_database
from tests.factories import MentorFactory, PairFactory
from tests.racing import started_at_once

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


#: What the database itself says afterwards.
COUNTER = """
import django
django.setup()
from mentoring.pairs.models import Pair
print(Pair.objects.filter(state="active").count())
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of other processes on a database where every mentor has one place and two pairs want it."""
    for _round in range(ROUNDS):
        mentor = MentorFactory(places_total=1)
        PairFactory.create_batch(2, mentor=mentor)
    return {**os.environ, "DATABASE_URL": shared_database(tmp_path), "DUET_VAR": str(tmp_path)}


@pytest.fixture
def openers(environment: dict[str, str]) -> Iterator[list[subprocess.Popen[str]]]:
    """Two processes, ready to open one of the two pairs of every mentor."""
    pairs = [str(pk) for pk in Pair.objects.order_by("mentor_id", "pk").values_list("pk", flat=True)]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, "opener", *side],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env=environment,
        )
        for side in (pairs[::2], pairs[1::2])
    ]
    for opener in started:
        assert opener.stdout
        assert opener.stdout.readline() == "ready\n"
    yield started
    for opener in started:
        opener.kill()
        opener.wait()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_processes_never_both_get_the_last_place(
    environment: dict[str, str], openers: list[subprocess.Popen[str]]
) -> None:
    answers = started_at_once(openers)
    assert [sorted(pair) for pair in zip(*answers, strict=True)] == [["opened", "refused"]] * ROUNDS
    counted = subprocess.run(
        [sys.executable, "-c", COUNTER],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(counted.stdout) == ROUNDS
