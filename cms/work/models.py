"""Who works now, and when the periodic jobs are next due."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: A worker that has not beaten for so long is dead: what it had taken is given to others.
LEASE = timedelta(seconds=30)


class WorkerBeatQuerySet(models.QuerySet["WorkerBeat"]):
    """Questions about workers."""

    def alive(self, now: datetime, lease: timedelta = LEASE) -> WorkerBeatQuerySet:
        """Those whose heart beat lately; a beat of the time to come is one of a clock that was set back since."""
        return self.filter(beaten_at__gt=now - lease, beaten_at__lt=now + lease)

    def separate(self) -> WorkerBeatQuerySet:
        """Those that do nothing else: while one lives, the web processes leave the work to it."""
        return self.filter(inside=False)

    def long_dead(self, now: datetime) -> WorkerBeatQuerySet:
        """Those that nobody asks about any more."""
        return self.filter(beaten_at__lt=now - timedelta(days=1))


class WorkerBeat(models.Model):
    """A process that does background work, and its last sign of life."""

    name = models.CharField(_("процесс"), max_length=64, primary_key=True)
    inside = models.BooleanField(_("внутри сайта"), default=False)
    started_at = models.DateTimeField(_("запущен"), default=timezone.now)
    beaten_at = models.DateTimeField(_("последний сигнал"), default=timezone.now)

    objects = WorkerBeatQuerySet.as_manager()

    class Meta:
        ordering = ["-beaten_at"]
        verbose_name = _("рабочий процесс")
        verbose_name_plural = _("рабочие процессы")

    def __str__(self) -> str:
        return self.name


class PeriodicJobQuerySet(models.QuerySet["PeriodicJob"]):
    """Questions about periodic jobs."""

    def due(self, now: datetime) -> PeriodicJobQuerySet:
        """Those whose time has come."""
        return self.filter(next_at__lte=now)


class PeriodicJob(models.Model):
    """When a job of ``cms.work.periodic`` is next due, and the task that does it or did."""

    name = models.CharField(_("работа"), max_length=200, primary_key=True)
    next_at = models.DateTimeField(_("следующий раз"))
    task = models.UUIDField(null=True, editable=False)

    objects = PeriodicJobQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("периодическая работа")
        verbose_name_plural = _("периодические работы")

    def __str__(self) -> str:
        return self.name
