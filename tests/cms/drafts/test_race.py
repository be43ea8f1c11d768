"""Two people press «Сохранить» in the same instant: one is saved, the other one sees both texts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from cms.accounts.enums import Role
from tests.databases import shared_database
from tests.factories import MunicipalityFactory, PairFactory, UserFactory
from tests.racing import started_at_once

ROUNDS = 3

#: One of two people: has opened the form of every pair, and sends it at the same stroke of the clock as the other.
#: Between the look at the form and its saving stands a pause, in which the other one would save unseen.
WRITER = """
import sys, time
import django
django.setup()
from django.contrib.auth.models import User
from django.test import Client
from cms.drafts import middleware
from tests.form_filling import sent
look = middleware.differences
def look_and_wait(*args):
    found = look(*args)
    time.sleep(0.3)
    return found
middleware.differences = look_and_wait
client = Client()
client.force_login(User.objects.get(username=sys.argv[1]))
forms = []
for pk in sys.argv[2:]:
    address = f"/admin/snippets/mentoring/pair/edit/{pk}/"
    forms.append((address, sent(client.get(address).content, order=f"Приказ, {sys.argv[1]}")))
print("ready", flush=True)
start = float(sys.stdin.readline())
for number, (address, fields) in enumerate(forms):
    time.sleep(max(0.0, start + number * 2 - time.time()))
    print(client.post(address, fields).status_code, flush=True)
"""


@pytest.fixture
def writers(tmp_path: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Two coordinators of one municipality, each with the forms of the same pairs before them."""
    municipality = MunicipalityFactory()
    pairs = [str(PairFactory(mentor__municipality=municipality, active=True).pk) for _round in range(ROUNDS)]
    names = ["first", "second"]
    for name in names:
        UserFactory(username=name, role=Role.COORDINATOR, municipality=municipality)
    environment = {**os.environ, "DATABASE_URL": shared_database(tmp_path), "DUET_VAR": str(tmp_path)}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, name, *pairs],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env=environment,
        )
        for name in names
    ]
    for writer in started:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    yield started
    for writer in started:
        writer.kill()
        writer.wait()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_sees_both_texts(writers: list[subprocess.Popen[str]]) -> None:
    answers = started_at_once(writers)

    assert [sorted(pair) for pair in zip(*answers, strict=True)] == [["302", "409"]] * ROUNDS
