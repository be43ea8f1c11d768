"""Turns due periodic jobs into tasks: the next date and the task are one transaction, so a job is asked for once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django_tasks import TaskResultStatus

from cms.work.clock import SLACK
from cms.work.models import PeriodicJob
from cms.work.periodic import Job, jobs, run_job
from cms.work.stored import DBTaskResult


def enqueue_due(now: datetime) -> int:
    """Ask for every job whose time has come; returns how many were asked for."""
    known = dict(PeriodicJob.objects.values_list("name", "next_at"))
    new = [PeriodicJob(name=job.name, next_at=job.first(now)) for job in jobs if job.name not in known]
    if new:
        PeriodicJob.objects.bulk_create(new, ignore_conflicts=True)
    for job in jobs:
        if known.get(job.name, now) > _furthest(job, now):  # asked for by a clock that was ahead
            PeriodicJob.objects.filter(name=job.name, next_at=known[job.name]).update(next_at=now)
            known[job.name] = now
    due = [job for job in jobs if known.get(job.name, job.first(now)) <= now]
    return sum(_enqueue(job, now) for job in due)


def _furthest(job: Job, now: datetime) -> datetime:
    """No run of about now puts the next one further off."""
    return now + 2 * job.every + (timedelta(days=1) if job.at else timedelta()) + SLACK


def _enqueue(job: Job, now: datetime) -> bool:
    with transaction.atomic():
        due = PeriodicJob.objects.due(now).select_for_update(skip_locked=True)
        row = due.filter(name=job.name).first()
        if row is None:  # somebody else was quicker
            return False
        if not _still_open(row, now):
            row.task = run_job.enqueue(job.name).id
        row.next_at = job.following(now)
        row.save(update_fields=["task", "next_at"])
    return True


def _still_open(row: PeriodicJob, now: datetime) -> bool:
    """Whether the last run is not over; one that waits for its next try does not wait longer than the job's period."""
    if row.task is None:
        return False
    last = DBTaskResult.objects.filter(pk=row.task)
    if last.filter(status=TaskResultStatus.READY, run_after__gt=now).update(run_after=now):
        return True
    return last.filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)).exists()
