"""The rows of the queue: the only module that knows the names of ``django_tasks_db``.

A task is stored by ``task.enqueue`` of the library; what becomes of it is written here, by conditional updates, so that
a worker which lost its task meanwhile changes nothing. A test compares each row with what the library itself writes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from traceback import format_exception
from typing import Any

from django.utils import timezone
from django_tasks import TaskResultStatus as Status
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet, get_date_max

__all__ = ["DBTaskResult", "Status", "again", "at_once", "expire", "mark_done", "mark_failed", "mine", "queue_of"]


def queue_of(backend: str) -> DBTaskResultQuerySet:
    """The tasks of one backend."""
    return DBTaskResult.objects.filter(backend_name=backend)


def mine(taken: DBTaskResult) -> DBTaskResultQuerySet:
    """The row of a taken task while it is still this worker's."""
    return DBTaskResult.objects.running().filter(pk=taken.pk, worker_ids=taken.worker_ids)


def at_once() -> datetime:
    """What stands in ``run_after`` of a task that need not wait."""
    return get_date_max()


def mark_done(taken: DBTaskResult, value: Any) -> bool:
    """Write down that the task is done; False where it is somebody else's by now."""
    return bool(
        mine(taken).update(
            status=Status.SUCCESSFUL,
            finished_at=timezone.now(),
            return_value=normalize_json(value),
            exception_class_path="",
            traceback="",
        )
    )


def mark_failed(taken: DBTaskResult, error: BaseException, pause: timedelta | None) -> None:
    """Write down the failure, and let the task wait for its next try; without a ``pause`` it is given up."""
    now = timezone.now()
    mine(taken).update(
        status=Status.READY if pause else Status.FAILED,
        run_after=now + pause if pause else taken.run_after,
        finished_at=None if pause else now,
        return_value=None,
        exception_class_path=f"{type(error).__module__}.{type(error).__qualname__}",
        traceback="".join(format_exception(error)),
    )


def again(row: DBTaskResult, *, given_up: bool = False, because: str | None = None) -> None:
    """Put a locked row back into the queue, to be done at once, or give it up; ``because`` stands as its traceback.

    A row put back without a reason begins anew: the workers that tried it are forgotten.
    """
    row.status = Status.FAILED if given_up else Status.READY
    row.finished_at = timezone.now() if given_up else None
    row.run_after = at_once()
    changed = ["status", "run_after", "finished_at"]
    if because is None:
        row.worker_ids = []
        changed.append("worker_ids")
    else:
        row.traceback = because
        changed.append("traceback")
    row.save(update_fields=changed)


def expire(*, done_before: datetime, failed_before: datetime) -> None:
    """Delete what is over for so long, on every backend."""
    DBTaskResult.objects.successful().filter(finished_at__lt=done_before).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=failed_before).delete()
