"""A long file in the background: each portion is a transaction of its own, so that it can be stopped and resumed.

What a portion wrote, its report and the progress stand or fall together: a worker that dies begins with the next one.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.work.tasks import background
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.imports.plan import Judging, portions
from mentoring.bank.imports.remembering import remember
from mentoring.bank.imports.steps import (
    end,
    fields_of_job,
    importing_of,
    long_file_begun,
    options_of,
    sheet_of,
)
from mentoring.bank.imports.storing import Keeper


def go_on(job: ImportJob, user: Any, **kwargs: Any) -> None:
    """Ask for the task that the job's state wants; it waits for the commit."""
    task = examine_file if job.state == ImportState.EXAMINING else import_file
    task.enqueue(job.pk, user.pk)


def connect() -> None:
    """Listen to the steps; called once at start-up."""
    long_file_begun.connect(go_on, dispatch_uid="mentoring.imports.background")


@background(label=_("Загрузка банка: проверка строк"), own_transactions=True)
def examine_file(job_id: int, user_id: int) -> None:
    """Judge every row of a long file and show the preview."""
    job, user = _found(job_id, user_id, ImportState.EXAMINING)
    if job is None:
        return
    fields = fields_of_job(job)
    sheet, judging, keeper = sheet_of(job), Judging(fields, options_of(job, user)), Keeper(job)
    done = 0
    with transaction.atomic():
        job.rows.all().delete()  # what a worker that died has left
    for rows in portions(sheet.rows, fields):
        portion = judging.judge(rows)
        done += len(rows)
        with transaction.atomic():
            if _locked(job_id, ImportState.EXAMINING) is None:
                return
            keeper.store(portion)
            ImportJob.objects.filter(pk=job_id).update(progress=done)
    with transaction.atomic():
        locked = _locked(job_id, ImportState.EXAMINING)
        if locked is not None:
            _finish(locked, keeper, judging, sheet.notes, ImportState.PREVIEW)


@background(label=_("Загрузка банка: запись строк"), own_transactions=True)
def import_file(job_id: int, user_id: int) -> None:
    """Write a long file into the bank; what is written already is only judged again."""
    job, user = _found(job_id, user_id, ImportState.RUNNING)
    if job is None:
        return
    sheet, keeper, importing = sheet_of(job), Keeper(job), importing_of(job, user)
    behind, done = job.progress, 0
    for rows in portions(sheet.rows, fields_of_job(job)):
        done += len(rows)
        if done <= behind:
            keeper.see(importing.judging.judge(rows).rows)
            continue
        with transaction.atomic():
            locked = _locked(job_id, ImportState.RUNNING)
            if locked is None:
                return
            if locked.stop_asked:
                keeper.store_rest(rows)
            else:
                keeper.store(importing.carry(rows), written=True)
            ImportJob.objects.filter(pk=job_id).update(progress=done)
    with transaction.atomic():
        locked = _locked(job_id, ImportState.RUNNING)
        if locked is not None:
            _finish(locked, keeper, importing.judging, sheet.notes, ImportState.DONE)
            remember(sheet, locked.municipality_id, locked.columns)


def _found(job_id: int, user_id: int, state: ImportState) -> tuple[ImportJob | None, Any]:
    """The job, while it is in this state, and whose rights count."""
    job = ImportJob.objects.filter(pk=job_id, state=state).first()
    return job, get_user_model().objects.get(pk=user_id) if job else None


def _locked(job_id: int, state: ImportState) -> ImportJob | None:
    return ImportJob.objects.select_for_update().defer("content").filter(pk=job_id, state=state).first()


def _finish(job: ImportJob, keeper: Keeper, judging: Judging, notes: tuple[str, ...], state: ImportState) -> None:
    keeper.finish(judging, notes)
    kept = keeper.job
    job.counts, job.notes, job.folds, job.state = kept.counts, kept.notes, kept.folds, state
    fields = ["counts", "notes", "folds", "state"]
    if state == ImportState.DONE:
        end(job, state)
        fields += ["content", "finished_at"]
    job.save(update_fields=fields)
