"""The page «Фоновая работа» in words: who works, what is due, what failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import TaskResultStatus

from cms.mailing.models import OutgoingMail
from cms.wording import counted
from cms.work.models import PeriodicJob, WorkerBeat
from cms.work.periodic import Job, jobs
from cms.work.questions import failed_tasks, open_tasks, ours, waiting_tasks
from cms.work.stored import DBTaskResult
from cms.work.tasks import GiveUp

SHOWN = 100  # open tasks listed at once
_GIVE_UP = f"{GiveUp.__module__}.{GiveUp.__qualname__}: "
STATES = {
    TaskResultStatus.READY: gettext_lazy("ждёт"),
    TaskResultStatus.RUNNING: gettext_lazy("выполняется"),
    TaskResultStatus.SUCCESSFUL: gettext_lazy("сделано"),
    TaskResultStatus.FAILED: gettext_lazy("не вышло"),
}


@dataclass(frozen=True)
class Plan:
    """A periodic job: how often, when it ran, when it runs next."""

    label: str
    every: str
    last: datetime | None
    outcome: str
    next_at: datetime | None


@dataclass(frozen=True)
class OpenTask:
    """A task that is not over, with the last line of what went wrong."""

    pk: Any
    label: str
    state: str
    has_failed: bool
    can_be_tried: bool
    asked_at: datetime
    next_at: datetime | None
    tries: str
    reason: str
    details: str


@dataclass(frozen=True)
class Overview:
    """Everything on the page."""

    is_alive: bool
    who: str
    waiting: int
    failed: int
    mails_waiting: int
    mails_failed: int
    plans: tuple[Plan, ...]
    tasks: tuple[OpenTask, ...]


def overview(now: datetime) -> Overview:
    """Read the state of this moment."""
    alive, who = _who(now)
    return Overview(
        is_alive=alive,
        who=who,
        waiting=waiting_tasks().count(),
        failed=failed_tasks().count(),
        mails_waiting=OutgoingMail.objects.waiting().count(),
        mails_failed=OutgoingMail.objects.failed().count(),
        plans=tuple(_plans()),
        tasks=tuple(_open_task(task, now) for task in open_tasks()[:SHOWN]),
    )


def _who(now: datetime) -> tuple[bool, str]:
    """Whether somebody works, and who, in a sentence."""
    alive = list(WorkerBeat.objects.alive(now))
    separate = [beat for beat in alive if not beat.inside]
    if alive:
        newest = (separate or alive)[0]
        ago = counted(max(0, int((now - newest.beaten_at).total_seconds())), _("секунду"), _("секунды"), _("секунд"))
        words = _("Работает отдельный процесс.") if separate else _("Работу делает сам сайт.")
        return True, words + " " + _("Последний сигнал: %(ago)s назад.") % {"ago": ago}
    last = WorkerBeat.objects.first()
    if last is None:
        return False, _("Фоновую работу никто не делает. Запустите «manage.py worker».")
    when = f"{last.beaten_at.astimezone():%d.%m.%Y %H:%M}"
    return False, _("Фоновую работу никто не делает с %(when)s. Запустите «manage.py worker».") % {"when": when}


def _plans() -> list[Plan]:
    rows = {row.name: row for row in PeriodicJob.objects.all()}
    runs = {task.pk: task for task in ours().filter(pk__in=[row.task for row in rows.values() if row.task])}
    plans = []
    for job in sorted(jobs, key=lambda job: str(job.label)):
        row = rows.get(job.name)
        run = runs.get(row.task) if row and row.task else None
        outcome = str(STATES[TaskResultStatus(run.status)]) if run else ""
        last = (run.finished_at or run.started_at) if run else None
        plans.append(Plan(str(job.label), _often(job), last, outcome, row.next_at if row else None))
    return plans


def _often(job: Job) -> str:
    if job.every >= timedelta(days=1):
        days = job.every.days
        words = _("каждый день") if days == 1 else _("раз в %s") % counted(days, _("день"), _("дня"), _("дней"))
        return f"{words}, {job.at:%H:%M}" if job.at else words
    minutes = int(job.every.total_seconds() // 60)
    if minutes % 60 == 0 and minutes:
        hours = minutes // 60
        return _("каждый час") if hours == 1 else _("раз в %s") % counted(hours, _("час"), _("часа"), _("часов"))
    if minutes <= 1:
        return _("каждую минуту")
    return _("раз в %s") % counted(minutes, _("минуту"), _("минуты"), _("минут"))


def _open_task(task: DBTaskResult, now: datetime) -> OpenTask:
    failed = task.status == TaskResultStatus.FAILED
    waits = task.status == TaskResultStatus.READY and now < task.run_after < now + timedelta(days=365)
    tries = len(task.worker_ids)
    return OpenTask(
        pk=task.pk,
        label=task_label(task),
        state=str(STATES[TaskResultStatus(task.status)]),
        has_failed=failed,
        can_be_tried=failed or waits,
        asked_at=task.enqueued_at,
        next_at=task.run_after if waits else None,
        tries=counted(tries, _("попытка"), _("попытки"), _("попыток")) if tries else "",
        reason=task.traceback.strip().rpartition("\n")[2].removeprefix(_GIVE_UP),
        details=task.traceback,
    )


def task_label(task: DBTaskResult) -> str:
    """What a task does, in words; one without words shows its name."""
    job = jobs.get(str((task.args_kwargs["args"] or [""])[0])) if task.task_path.endswith(".run_job") else None
    if job is not None:
        return str(job.label)
    try:
        return str(getattr(task.task.func, "duet_label", "") or task.task_name)
    except (ImportError, AttributeError):
        return str(task.task_name)
