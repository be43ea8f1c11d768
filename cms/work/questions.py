"""What the page and the health check ask about tasks: the model is not ours, so the words stand here."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.work.tasks import BACKEND


def ours() -> QuerySet[DBTaskResult]:
    """The tasks that the worker does."""
    return DBTaskResult.objects.filter(backend_name=BACKEND)


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
    never = timezone.make_aware(datetime(9000, 1, 1))
    at_once = waiting_tasks().filter(run_after__gt=never, enqueued_at__lt=since)
    return at_once | waiting_tasks().filter(run_after__lt=since)
