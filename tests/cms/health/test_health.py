"""`/health/` tells what is wrong, to people and to machines, and gives nothing away."""

import shutil
from collections import namedtuple
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.health.registry import Part, degraded, parts
from cms.mailing.models import OutgoingMail
from cms.mailing.outbox import send_later
from cms.work.models import WorkerBeat
from cms.work.worker import Worker
from tests.cms.work.effects import give_up, remember

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(minutes=11)


@pytest.fixture
def worker() -> WorkerBeat:
    return WorkerBeat.objects.create(name="worker")


@pytest.fixture
def part():
    """Adds a part for the length of a test."""

    def add(check) -> None:
        parts.add(Part("probe", "проба", check))

    yield add
    parts.discard("probe")


def test_a_site_on_which_all_is_well(client, worker):
    answer = client.get("/health/")

    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.startswith("Всё работает")
    assert {"база данных", "миграции", "поиск", "фоновая работа", "письма", "место на диске"} <= {
        line[9:].partition(":")[0].strip() for line in text.splitlines()
    }
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("ask", [{"headers": {"accept": "application/json"}}, {"data": {"format": "json"}}])
def test_machines_read_json(client, worker, ask):
    found = client.get("/health/", **ask).json()

    assert found["status"] == "ok"
    assert found["parts"]["database"]["status"] == "ok"


def test_a_part_that_works_with_reservations_alarms_nobody(client, worker, part):
    part(lambda: degraded("ищет база данных"))

    answer = client.get("/health/")

    assert answer.status_code == 200
    assert answer.content.decode().startswith("Работает с оговорками")


def test_a_broken_part_is_a_503_without_its_secrets(client, worker, part):
    def check():
        raise RuntimeError("postgres://duet:secret@db.internal/duet")

    part(check)

    answer = client.get("/health/")

    assert answer.status_code == 503
    assert "secret" not in answer.content.decode()
    assert "проба: не отвечает" in answer.content.decode()


def test_nobody_works(client):
    assert "никто не работает" in client.get("/health/").content.decode()


def test_tasks_that_nobody_takes_are_broken_work(client, worker):
    remember.enqueue("письмо")
    DBTaskResult.objects.update(enqueued_at=timezone.now() - LONG_AGO)

    assert client.get("/health/").status_code == 503


def test_a_task_that_waits_for_its_next_try_is_not_overdue(client, worker):
    remember.enqueue("письмо")
    DBTaskResult.objects.update(enqueued_at=timezone.now() - LONG_AGO, run_after=timezone.now() + timedelta(minutes=1))

    assert client.get("/health/").status_code == 200


def test_a_task_that_was_given_up_is_told(client):
    give_up.enqueue()
    Worker().work_off()
    WorkerBeat.objects.create(name="worker")

    assert "не вышло задач: 1" in client.get("/health/").content.decode()


def test_mails_that_pile_up_are_broken(client, worker):
    send_later("vera@school.example", "Письмо", "Текст", kind="test")
    OutgoingMail.objects.update(next_try=timezone.now() - LONG_AGO)

    answer = client.get("/health/")

    assert answer.status_code == 503
    assert "письма ждут" in answer.content.decode()


def test_a_full_disk_is_broken(client, worker, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10**12, 10**12, 10**6))

    answer = client.get("/health/")

    assert answer.status_code == 503


def test_the_search_is_broken_without_its_tables(client, worker, monkeypatch):
    from search import engines

    monkeypatch.setattr(engines.get_engine(), "search", lambda *args: 1 / 0)

    assert "поиск: не отвечает" in client.get("/health/").content.decode()


def test_a_load_balancer_needs_no_name_no_https_and_no_database(client, settings, django_assert_num_queries):
    settings.ALLOWED_HOSTS = ["nastavnik.example.org"]
    settings.SECURE_SSL_REDIRECT = True
    with django_assert_num_queries(0):
        answer = client.get("/health/live/", headers={"host": "10.0.0.7"})

    assert (answer.status_code, answer.content) == (200, b"ok\n")
