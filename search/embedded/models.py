"""The tables of the embedded engine. Hot paths read them by SQL of their own (`rows.py`)."""

from django.db import models


class Generation(models.Model):
    """One complete index of a kind; a rebuild grows the next one beside the living one."""

    class State(models.TextChoices):
        LIVE = "live", "работает"
        BUILDING = "building", "строится"
        RETIRED = "retired", "отслужило"

    kind = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices)
    fingerprint = models.CharField(max_length=40)
    next_number = models.PositiveIntegerField(default=0)
    free_numbers = models.BinaryField(default=bytes)  # a bitmap: numbers of removed documents, given out first
    started = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "duet_search"
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(state="live"), name="duet_search_one_live_generation"
            )
        ]
        verbose_name = "поколение индекса"
        verbose_name_plural = "поколения индекса"


class Posting(models.Model):
    """The documents of one term among the 65,536 numbers of one chunk."""

    generation = models.ForeignKey(Generation, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False)
    family = models.PositiveSmallIntegerField()
    term = models.CharField(max_length=400)
    chunk = models.IntegerField()
    size = models.PositiveIntegerField()  # documents in the bitmap
    bitmap = models.BinaryField()

    class Meta:
        app_label = "duet_search"
        constraints = [
            models.UniqueConstraint(fields=["generation", "family", "term", "chunk"], name="duet_search_posting_key")
        ]
        verbose_name = "список документов"
        verbose_name_plural = "списки документов"


class StoredDocument(models.Model):
    """What the index keeps of a document: its card, and what is needed to replace or remove it."""

    generation = models.ForeignKey(Generation, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False)
    number = models.PositiveIntegerField()
    object_id = models.BigIntegerField()
    card = models.TextField()  # JSON
    keys = models.TextField()  # JSON: place in each order
    terms = models.BinaryField()  # compressed: see `terms.py`
    hash = models.CharField(max_length=32)
    valid_until = models.DateField(null=True)

    class Meta:
        app_label = "duet_search"
        constraints = [
            models.UniqueConstraint(fields=["generation", "number"], name="duet_search_document_number"),
            models.UniqueConstraint(fields=["generation", "object_id"], name="duet_search_document_object"),
        ]
        indexes = [
            models.Index(
                fields=["valid_until"],
                condition=models.Q(valid_until__isnull=False),
                name="duet_search_document_expiry",
            )
        ]
        verbose_name = "документ индекса"
        verbose_name_plural = "документы индекса"


class Shelf(models.Model):
    """A stretch of one order: some hundred documents that stand next to each other in it."""

    generation = models.ForeignKey(Generation, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False)
    sort = models.CharField(max_length=40)
    first = models.TextField()  # JSON: the key of its first document
    numbers = models.BinaryField()  # array of uint32, in order
    keys = models.TextField()  # JSON: the keys of these documents, in order

    class Meta:
        app_label = "duet_search"
        indexes = [models.Index(fields=["generation", "sort"], name="duet_search_shelf_order")]
        verbose_name = "полка порядка"
        verbose_name_plural = "полки порядка"


class LogEntry(models.Model):
    """Something in the index changed; processes read what is newer than they are.

    `token` is drawn anew by each writing transaction: a sequence number that was rolled back and given out again
    is recognised by it.
    """

    sequence = models.BigAutoField(primary_key=True)
    token = models.BigIntegerField()
    generation = models.ForeignKey(Generation, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False)
    family = models.PositiveSmallIntegerField()
    term = models.CharField(max_length=400)
    chunk = models.BigIntegerField(default=0)

    class Meta:
        app_label = "duet_search"
        verbose_name = "запись журнала индекса"
        verbose_name_plural = "журнал индекса"


class WriteLock(models.Model):
    """One row: whoever has updated it in their transaction is the only writer of the index."""

    holder = models.PositiveBigIntegerField(default=0)

    class Meta:
        app_label = "duet_search"
        verbose_name = "замок индекса"
        verbose_name_plural = "замки индекса"
