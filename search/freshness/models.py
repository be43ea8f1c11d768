"""Notes of changes, written by database triggers inside the transaction of the change."""

from django.db import models
from django.db.models.functions import Now
from django.utils import timezone


class Change(models.Model):
    """One object of a kind waits to be indexed again. Several notes of one object are as good as one.

    A transaction notes an object once, however many of its rows it changes; on SQLite, whose writers come one after
    another, no two notes of an object wait at all.
    """

    sequence = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    noted_at = models.DateTimeField(db_default=Now())  # by the database: triggers name the other columns alone

    class Meta:
        app_label = "duet_search"
        # For the triggers, which ask whether the object is noted already, and for what is asked of single objects.
        indexes = [models.Index(fields=["kind", "object_id"], name="duet_search_change_object")]
        verbose_name = "заметка об изменении"
        verbose_name_plural = "заметки об изменениях"


class SetAside(models.Model):
    """An object that cannot be indexed: it waits apart, so that the others do not wait for it, and is tried again."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    reason = models.CharField(max_length=200)  # the error and its place, without values: they may be personal
    tries = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(default=timezone.now)
    next_try = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "duet_search"
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="duet_search_set_aside_object")]
        verbose_name = "отложенный объект"
        verbose_name_plural = "отложенные объекты"
