"""The version of everything that public pages are made of, kept by database triggers."""

from django.db import models


class ContentChange(models.Model):
    """A random token of the last change of a table: one row a table on SQLite, one more a transaction on PostgreSQL.

    The rows come and go in the transaction of the change itself, so whoever sees the old rows sees the old content,
    and no row of an undone transaction is ever seen. No rows at all: nobody watches, nothing may be remembered.
    """

    token = models.BigIntegerField()
    of_table = models.CharField(max_length=63, default="", db_default="", db_index=True)
    #: Of a former version, whose processes may still run while this one starts.
    is_steady = models.BooleanField(default=False)

    class Meta:
        app_label = "cms"
        verbose_name = "изменение сайта"
        verbose_name_plural = "изменения сайта"
