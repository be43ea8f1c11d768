"""T1: of an approval and a return at the same instant exactly one happens, whatever the database."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from bestpractices.practices.models import PracticePage
from tests.databases import shared_database
from tests.factories import UserFactory
from tests.factories import practices as make
from tests.factories.branches import make_first_page
from tests.racing import started_at_once

ROUNDS = int(os.environ.get("RACE_ROUNDS", "200" if connection.vendor == "postgresql" else "100"))

#: One of two readers: gives its own verdict about every practice at the same stroke of the clock as the other.
READER = """
import sys, time
import django
django.setup()
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from bestpractices.practices.models import PracticePage
from bestpractices.review.models import StageState
from bestpractices.review.verdicts import ApprovePractice, ReturnPractice, Seen
from cms.accounts.seen import stamp
from cms.actions import Refused
user = get_user_model().objects.get(pk=sys.argv[2])
approves = sys.argv[1] == "approve"
work = []
for page in PracticePage.objects.filter(pk__in=sys.argv[3:]).order_by("pk"):
    stage = StageState.stages.of(page).under_way().get()
    work.append((page, Seen(stage.pk, stamp(page.get_latest_revision()))))
print("ready", flush=True)
start = float(sys.stdin.readline())
for number, (page, seen) in enumerate(work):
    time.sleep(max(0.0, start + number * 0.3 - time.time()))
    try:
        if approves:
            ApprovePractice(page, user, seen).execute()
        else:
            ReturnPractice(page, user, seen, remarks=(("aim", "?"),)).execute()
        print("done", flush=True)
    except (Refused, PermissionDenied):
        print("refused", flush=True)
"""


@pytest.fixture
def home(transactional_db):
    """The region's first page; another test with real transactions may have emptied the database before."""
    make_first_page()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_verdicts_at_once_never_both_happen(home, municipality, methodist, tmp_path):
    make.experts(2)
    pages = [make.practice_sent(municipality, methodist, title=f"Практика {number}") for number in range(ROUNDS)]
    readers = [UserFactory(role="methodist", municipality=municipality) for _ in range(2)]
    database = shared_database(tmp_path)
    environment = {**os.environ, "DATABASE_URL": database, "DUET_VAR": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "cms.settings.test"
    ids = [str(page.pk) for page in pages]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", READER, verdict, str(reader.pk), *ids],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env=environment,
        )
        for verdict, reader in zip(("approve", "return"), readers, strict=True)
    ]
    try:
        for process in started:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        answers = started_at_once(started)
    finally:
        for process in started:
            process.kill()
            process.wait()
    assert [sorted(pair) for pair in zip(*answers, strict=True)] == [["done", "refused"]] * ROUNDS
    assert PracticePage.objects.filter(live=True).count() == 0
