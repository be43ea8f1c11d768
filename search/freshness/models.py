"""Notes of changes, written by database triggers inside the transaction of the change."""

from django.db import models


class Change(models.Model):
    """One object of a kind waits to be indexed again. Several notes of one object are as good as one."""

    sequence = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()

    class Meta:
        app_label = "duet_search"
        verbose_name = "заметка об изменении"
        verbose_name_plural = "заметки об изменениях"
