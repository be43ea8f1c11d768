"""The ledger of what other programs were told: when each record changed, and when it went."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class OpenRecordQuerySet(models.QuerySet["OpenRecord"]):
    """Questions about the ledger."""

    def of(self, kind: str) -> OpenRecordQuerySet:
        """The rows of one kind of records."""
        return self.filter(kind=kind)

    def after(self, moment: datetime, number: int = 0) -> OpenRecordQuerySet:
        """What changed or went after the moment, the first change first; of that very moment, what follows a number."""
        later = models.Q(changed_at__gt=moment)
        if number:
            later |= models.Q(changed_at=moment, object_id__gt=number)
        return self.filter(later).order_by("changed_at", "object_id")


class OpenRecord(models.Model):
    """One record by kind and number: no word of it, only a hash, and the moment of its last change.

    A row outlives what it is about: it then says since when there is nothing to read.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField()
    is_gone = models.BooleanField(default=False)

    objects = OpenRecordQuerySet.as_manager()

    class Meta:
        app_label = "cms"
        verbose_name = _("запись открытых данных")
        verbose_name_plural = _("записи открытых данных")
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="open_record_once")]
        indexes = [models.Index(fields=["kind", "changed_at", "object_id"], name="open_record_by_change")]


class OpenDataLook(models.Model):
    """The last time that the ledger was compared with what is public: one row, a lock as well."""

    looked_at = models.DateTimeField(null=True)
    #: The version of the content that was compared, and how long that took in seconds.
    version = models.CharField(max_length=200, blank=True)
    took = models.FloatField(default=0)

    class Meta:
        app_label = "cms"
        verbose_name = _("сверка открытых данных")
        verbose_name_plural = _("сверки открытых данных")
