"""Takes a task, does it, and writes down what came of it; exactly once, whatever dies on the way."""

from __future__ import annotations

import logging
from collections.abc import Collection

from django.db import transaction

from cms.work.pauses import PAUSES, pause_after
from cms.work.stored import DBTaskResult, again, mark_done, mark_failed, mine, queue_of
from cms.work.tasks import BACKEND, GiveUp, has_own_transactions

logger = logging.getLogger(__name__)


def take(worker: str) -> DBTaskResult | None:
    """The next task that is due, now this worker's; None where nothing waits."""
    due = queue_of(BACKEND).ready()
    if not due.exists():  # SQLite's one writer is not asked in vain
        return None
    with transaction.atomic():
        taken = due.get_locked()
        if taken is not None:
            taken.claim(worker)
    return taken


def run(taken: DBTaskResult) -> None:
    """Do a taken task; its failure is written down, not raised."""
    try:
        declared = taken.task
        if has_own_transactions(declared):
            _call_and_finish(taken)
        else:
            with transaction.atomic():
                if _lock_mine(taken):
                    _call_and_finish(taken)
    except Exception as error:
        _failed(taken, error)


def give_back(*, workers_alive: Collection[str]) -> int:
    """Return the tasks of dead workers to the queue; one that outlived many workers is given up. How many."""
    running = queue_of(BACKEND).running()
    returned = 0
    for pk, workers in running.values_list("pk", "worker_ids"):
        if workers and workers[-1] in workers_alive:
            continue
        with transaction.atomic():
            # What a living transaction holds is not lost: its task is nearly done.
            row = running.select_for_update(skip_locked=True).filter(pk=pk, worker_ids=workers).first()
            if row is None:
                continue
            outlived = len(workers) > len(PAUSES)
            last = workers[-1] if workers else "?"
            again(row, given_up=outlived, because=f"The worker {last} died while it did this.")
            returned += 1
            logger.warning("task %s (%s) is given back: its worker died", pk, row.task_path)
    return returned


def _lock_mine(taken: DBTaskResult) -> bool:
    """Lock the task's row; False where it was given to somebody else meanwhile."""
    return mine(taken).select_for_update().first() is not None


def _call_and_finish(taken: DBTaskResult) -> None:
    arguments = taken.args_kwargs
    value = taken.task.call(*arguments["args"], **arguments["kwargs"])
    if not mark_done(taken, value):
        logger.warning("task %s was done, but it had been given to another worker meanwhile", taken.pk)


def _failed(taken: DBTaskResult, error: Exception) -> None:
    pause = None if isinstance(error, GiveUp | ImportError) else pause_after(len(taken.worker_ids))
    mark_failed(taken, error, pause)
    logger.warning("task %s (%s), try %s", taken.pk, taken.task_path, len(taken.worker_ids), exc_info=error)
