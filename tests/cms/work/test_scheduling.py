"""Periodic jobs run on time, once a period, and a failing one is tried with the next period."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.work.models import PeriodicJob
from cms.work.periodic import periodic
from cms.work.scheduling import enqueue_due
from cms.work.worker import Worker
from tests.cms.work.effects import write, written

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def runs_of(job):
    return DBTaskResult.objects.filter(args_kwargs__args=[job.name])


def test_a_job_runs_once_a_period(declare):
    job = declare(lambda: write("уборка"), every=HOUR)
    now = timezone.now()
    for minutes in (0, 1, 59, 60, 61):
        enqueue_due(now + timedelta(minutes=minutes))
        Worker().work_off()

    assert runs_of(job).count() == 2
    assert written() == ["уборка", "уборка"]


def test_missed_times_are_not_made_up_for(declare):
    job = declare(lambda: write("уборка"), every=HOUR)
    enqueue_due(timezone.now())
    Worker().work_off()

    enqueue_due(timezone.now() + timedelta(days=3))

    assert runs_of(job).count() == 2


def test_a_job_that_is_not_over_is_not_asked_for_again(declare):
    job = declare(lambda: write("уборка"), every=HOUR)
    now = timezone.now()
    enqueue_due(now)
    enqueue_due(now + HOUR)

    assert runs_of(job).count() == 1


def test_a_failing_job_is_tried_with_its_next_period_at_the_latest(declare):
    job = declare(lambda: 1 / 0, every=timedelta(seconds=30))
    now = timezone.now()
    enqueue_due(now)
    Worker().work_off()
    assert runs_of(job).get().run_after > now + timedelta(seconds=50)

    later = now + timedelta(seconds=31)
    enqueue_due(later)

    assert runs_of(job).get().run_after == later


def test_a_job_with_an_hour_waits_for_it(declare):
    job = declare(lambda: write("сводка"), every=timedelta(days=1), at=time(8))
    morning = timezone.make_aware(datetime(2026, 3, 2, 7, 59))
    enqueue_due(morning)
    assert not runs_of(job).exists()

    enqueue_due(morning + timedelta(minutes=1))

    assert runs_of(job).count() == 1
    assert PeriodicJob.objects.get(pk=job.name).next_at == morning + timedelta(days=1, minutes=1)


def test_an_hour_of_the_day_needs_whole_days():
    with pytest.raises(ValueError, match="whole days"):
        periodic(every=HOUR, at=time(8), label="Проба")
