"""The figures of the ground floor: version, health, tasks, mails, workers."""

from __future__ import annotations

from django.db.models import Count, Min
from django.utils import timezone

from cms.health.registry import parts
from cms.mailing.models import OutgoingMail
from cms.observing.gauges import Samples, age, gauge
from cms.version import VERSION
from cms.work.models import WorkerBeat
from cms.work.questions import ours, overdue_tasks, waiting_tasks


@gauge("duet_version", "Always 1, with the version as label.", ["version"])
def version() -> Samples:
    """Which version answers."""
    yield (VERSION,), 1


@gauge("duet_health", "0 well, 1 somebody should look, 2 broken.", ["part"])
def health() -> Samples:
    """What `/health/` says."""
    for part in parts:
        yield (part.code,), int(part.find().health)


@gauge("duet_tasks", "Tasks by state.", ["state"])
def tasks() -> Samples:
    """Tasks of the background work."""
    for state, count in ours().order_by().values_list("status").annotate(Count("pk")):
        yield (str(state).lower(),), count


@gauge("duet_tasks_overdue_seconds", "How long the task waits that might have been done first.")
def overdue() -> Samples:
    """Not counted: tasks that are planned for later."""
    due = overdue_tasks(timezone.now())
    yield (), age(waiting_tasks().filter(pk__in=due).aggregate(Min("enqueued_at"))["enqueued_at__min"])


@gauge("duet_mails", "Mails by state.", ["state"])
def mails() -> Samples:
    """The outbox."""
    for state, count in OutgoingMail.objects.order_by().values_list("state").annotate(Count("pk")):
        yield (state,), count


@gauge("duet_mails_due_seconds", "How long the mail waits that might have left first.")
def mails_due() -> Samples:
    """0 while all leave in time."""
    due = OutgoingMail.objects.due(timezone.now())
    yield (), age(due.aggregate(Min("next_try"))["next_try__min"])


@gauge("duet_workers", "Processes that do background work.", ["place"])
def workers() -> Samples:
    """Inside the web processes, and of their own."""
    alive = WorkerBeat.objects.alive(timezone.now())
    yield ("inside",), alive.filter(inside=True).count()
    yield ("separate",), alive.separate().count()
