"""Notes of changes, written by database triggers inside the transaction of the change."""

from django.db import models


class Change(models.Model):
    """One object of a kind waits to be indexed again. Several notes of one object are as good as one.

    A transaction notes an object once, however many of its rows it changes; on SQLite, whose writers come one after
    another, no two notes of an object wait at all.
    """

    sequence = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()

    class Meta:
        app_label = "duet_search"
        # For the triggers, which ask whether the object is noted already, and for what is asked of single objects.
        indexes = [models.Index(fields=["kind", "object_id"], name="duet_search_change_object")]
        verbose_name = "заметка об изменении"
        verbose_name_plural = "заметки об изменениях"
