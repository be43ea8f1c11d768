"""The clock of the machine is set: nothing is lost, nothing is done twice, nothing hangs."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.accounts.lockout import forget_attempts_to_come
from cms.accounts.sign_ins.noting import BEGAN, SEEN
from cms.caching.counting import count_of, counted_in
from cms.health import probe
from cms.mailing.models import OutgoingMail
from cms.mailing.outbox import send_later
from cms.territories.models import Municipality
from cms.work import running
from cms.work.clock import pull_in
from cms.work.models import PeriodicJob, WorkerBeat
from cms.work.periodic import jobs
from cms.work.worker import Worker
from tests import factories
from tests.cms.work.effects import remember_by_itself, stumble, written

pytestmark = pytest.mark.django_db

SetClock = Callable[[timedelta], None]
BACK, FORWARD, FAR = timedelta(hours=-1), timedelta(days=1), timedelta(days=4000)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Set the clock of the machine; the time that has passed goes on as it does."""
    now, seconds = timezone.now, time.time

    def set_by(jump: timedelta) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now() + jump)
        monkeypatch.setattr("time.time", lambda: seconds() + jump.total_seconds())

    return set_by


def taken_by(worker: str) -> DBTaskResult:
    remember_by_itself.enqueue("письмо")
    taken = running.take(worker)
    assert taken is not None
    return taken


@pytest.mark.parametrize("jump", [BACK, FORWARD])
def test_a_living_worker_is_not_taken_for_dead(clock: SetClock, jump: timedelta) -> None:
    """It beats by the new clock a moment later; what it is doing is not done by another meanwhile."""
    WorkerBeat.objects.create(name="other")
    taken = taken_by("other")
    mine = Worker()
    mine.keep()
    clock(jump)
    mine.keep()
    assert DBTaskResult.objects.get(pk=taken.pk).worker_ids == ["other"]
    running.run(taken)
    while mine._work():
        pass
    assert written() == ["письмо"]


def test_a_worker_that_died_before_the_clock_went_back_is_dead(clock: SetClock) -> None:
    WorkerBeat.objects.create(name="dead", beaten_at=timezone.now())
    taken_by("dead")
    clock(BACK)
    Worker().work_off()  # a worker that has begun since
    assert written() == ["письмо"]


@pytest.mark.parametrize("ahead", [FORWARD, FAR])
def test_periodic_jobs_go_on_after_a_clock_that_was_ahead(clock: SetClock, ahead: timedelta) -> None:
    clock(ahead)
    Worker().keep()
    clock(timedelta())
    Worker().keep()
    now = timezone.now()
    for name, next_at in PeriodicJob.objects.values_list("name", "next_at"):
        job = jobs.get(name)
        assert job is not None
        assert next_at <= now + 2 * job.every + timedelta(days=1, minutes=5), name


@pytest.mark.parametrize("jump", [BACK, FORWARD, FAR])
def test_a_mail_leaves_once(clock: SetClock, jump: timedelta) -> None:
    send_later(["a@example.org"], "Раз", "Слова", kind="", key="раз")
    worker = Worker()
    worker.work_off()
    clock(jump)
    send_later(["a@example.org"], "Раз", "Слова", kind="", key="раз")
    send_later(["a@example.org"], "Два", "Слова", kind="", key="два")
    Worker().work_off()
    clock(timedelta())
    pull_in()
    Worker().work_off()
    assert sorted(letter.subject for letter in mail.outbox) == ["Два", "Раз"]


def test_what_others_may_be_sending_is_left_to_them_after_a_jump(clock: SetClock) -> None:
    worker = Worker()
    carried: list[bool] = []
    carry = worker._while_steady(lambda: not carried.append(True))
    assert carry()
    clock(FORWARD)
    assert not carry()
    assert not carry()
    assert len(carried) == 1


def test_what_a_wrong_clock_put_off_for_years_is_tried_again(clock: SetClock) -> None:
    clock(FAR)
    stumble.enqueue("письмо")
    Worker().work_off()
    OutgoingMail.objects.create(recipient="a@example.org", subject="Раз", body="", next_try=timezone.now(), tries=1)
    clock(timedelta())
    assert pull_in() == 2
    now = timezone.now()
    assert DBTaskResult.objects.filter(status=TaskResultStatus.READY, run_after__lte=now).exists()
    assert OutgoingMail.objects.due(now).exists()
    assert pull_in() == 0


@pytest.mark.parametrize("ahead", [FORWARD, FAR])
def test_limits_end_although_the_clock_was_ahead(clock: SetClock, ahead: timedelta) -> None:
    cache.clear()
    clock(ahead)
    assert [counted_in(600, "clock") for _number in range(3)] == [1, 2, 3]
    assert count_of(600, "clock") == 3
    clock(timedelta())
    assert count_of(600, "clock") == 0
    assert counted_in(600, "clock") == 1
    AccessAttempt.objects.create(username="a", ip_address="10.0.0.1", failures_since_start=20)
    AccessAttempt.objects.update(attempt_time=timezone.now() + ahead)
    forget_attempts_to_come()
    assert not AccessAttempt.objects.exists()


def test_a_session_gets_no_longer_by_a_clock_that_went_back(clock: SetClock, signed_in: Any, coordinator: User) -> None:
    client: Client = signed_in(coordinator)
    client.get("/admin/")
    clock(FAR)
    session = client.session
    session[BEGAN] = session[SEEN] = int(time.time())
    session.save()
    clock(timedelta())
    assert client.get("/admin/").status_code == 200
    assert client.session[SEEN] <= time.time()
    assert client.session[BEGAN] <= time.time()


@pytest.mark.parametrize("jump", [BACK, FORWARD])
def test_the_last_version_of_a_page_is_the_one_that_was_made_last(
    clock: SetClock, jump: timedelta, municipality: Municipality, regional_centre: User
) -> None:
    factories.open_branch(municipality)
    page = factories.news(municipality, title="Первое")
    clock(jump)
    page.title = "Второе"
    page.save_revision(user=regional_centre).publish(user=regional_centre)
    page.refresh_from_db()
    assert (page.title, page.has_unpublished_changes) == ("Второе", False)
    assert page.get_latest_revision().is_latest_revision()


def test_a_sign_of_life_of_the_time_to_come_is_none(monkeypatch: Any, tmp_path: Any) -> None:
    pulse = tmp_path / "pulse"
    pulse.touch()
    monkeypatch.setattr(probe, "pulse_file", lambda: pulse)
    assert probe.worker() == ""
    now = time.time
    monkeypatch.setattr("time.time", lambda: now() - 3600)
    assert "silent" in probe.worker()
