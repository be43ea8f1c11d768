"""What the page and the health check ask about tasks: the model is not ours, so the words stand here."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, QuerySet
from django_tasks import TaskResultStatus

from cms.work.stored import DBTaskResult, at_once, queue_of
from cms.work.tasks import BACKEND


def ours() -> QuerySet[DBTaskResult]:
    """The tasks that the worker does."""
    return queue_of(BACKEND)


def open_tasks() -> QuerySet[DBTaskResult]:
    """Those that are not over, failed ones first."""
    open_states = (TaskResultStatus.FAILED, TaskResultStatus.READY, TaskResultStatus.RUNNING)
    return ours().filter(status__in=open_states).order_by("status", F("finished_at").desc(nulls_last=True), "pk")


def failed_tasks() -> QuerySet[DBTaskResult]:
    """Those that were given up."""
    return ours().filter(status=TaskResultStatus.FAILED)


def waiting_tasks() -> QuerySet[DBTaskResult]:
    """Those that are to be done, now or after a pause."""
    return ours().filter(status=TaskResultStatus.READY)


def overdue_tasks(since: datetime) -> QuerySet[DBTaskResult]:
    """Those that might have been done before this moment, and were not."""
    unpaused = waiting_tasks().filter(run_after=at_once(), enqueued_at__lt=since)
    return unpaused | waiting_tasks().filter(run_after__lt=since)
