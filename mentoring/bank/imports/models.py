"""An import between its steps: the file, what was recognised and decided, and in the end the report."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.territories.models import Municipality


class ImportState(models.TextChoices):
    """Where an import stands."""

    COLUMNS = "columns", _("проверка столбцов")
    EXAMINING = "examining", _("программа проверяет строки")
    PREVIEW = "preview", _("проверка строк")
    RUNNING = "running", _("загружается")
    DONE = "done", _("загружено")
    CANCELLED = "cancelled", _("отменено")
    UNDONE = "undone", _("загрузка отменена целиком")


#: States in which the background works on the file.
WORKING_STATES = frozenset({ImportState.EXAMINING, ImportState.RUNNING})
#: States in which the file is still kept.
OPEN_STATES = frozenset({ImportState.COLUMNS, ImportState.PREVIEW, *WORKING_STATES})


class ImportJob(models.Model):
    """One file on its way into the bank; the file itself is kept no longer than it is needed.

    The bytes stand in the database and not among the media: a list of people must have no address of its own.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("кто загружает")
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("муниципалитет")
    )
    file_name = models.CharField(_("файл"), max_length=255)
    content = models.BinaryField(_("содержимое файла"), blank=True, default=bytes)
    state = models.CharField(_("состояние"), max_length=20, choices=ImportState, default=ImportState.COLUMNS)
    #: Place of a column (as text, for JSON) → field's code, or "" for a column left out.
    columns = models.JSONField(_("столбцы"), default=dict, blank=True)
    #: What the user decided about the file's layout, see ``sheets.Layout``.
    layout = models.JSONField(_("разметка файла"), default=dict, blank=True)
    create_organisations = models.BooleanField(_("создать неизвестные организации"), default=False)
    consent_holder = models.CharField(_("у кого хранятся согласия"), max_length=200, blank=True)
    consent_since = models.DateField(_("с какого дня есть согласия"), null=True, blank=True)
    #: Row number (as text) → decision, see ``options``.
    decisions = models.JSONField(_("решения"), default=dict, blank=True)
    #: A name in the district column → answer, see ``options``.
    districts = models.JSONField(_("чьи это районы"), default=dict, blank=True)
    heading = models.JSONField(_("заголовки файла"), default=list, blank=True)
    total = models.PositiveIntegerField(_("строк в файле"), default=0)
    progress = models.PositiveIntegerField(_("строк пройдено"), default=0)
    stop_asked = models.BooleanField(_("попросили остановить"), default=False)
    #: Verdict → number of rows.
    counts = models.JSONField(_("итоги"), default=dict, blank=True)
    notes = models.JSONField(_("замечания"), default=list, blank=True)
    #: What is folded away: ``[["8 организаций, которых нет в списке", ["«…» – строки 2, 3", …]], …]``.
    folds = models.JSONField(_("свёрнутые замечания"), default=list, blank=True)
    created_at = models.DateTimeField(_("начато"), default=timezone.now)
    finished_at = models.DateTimeField(_("закончено"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("загрузка банка")
        verbose_name_plural = _("загрузки банка")

    def __str__(self) -> str:
        return f"{self.file_name}, {timezone.localtime(self.created_at):%d.%m.%Y %H:%M}"

    @property
    def is_open(self) -> bool:
        """Whether the import still waits for its user."""
        return self.state in OPEN_STATES


class ImportRow(models.Model):
    """What an import says of one row of its file, and what writing it would take to be undone."""

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("строка"))
    name = models.TextField(_("наставник"), blank=True)
    organisation = models.TextField(_("организация"), blank=True)
    verdict = models.CharField(_("итог"), max_length=20)
    notes = models.JSONField(_("пояснения"), default=list, blank=True)
    #: The cells of a row that has to be mended.
    cells = models.JSONField(default=list, blank=True)
    #: Whom the row may be about: ``[["12", "Иванова …, СОШ № 1"], …]``.
    candidates = models.JSONField(default=list, blank=True)
    #: The district's name that somebody has to answer for.
    district = models.CharField(max_length=200, blank=True)
    #: The entry that the row was written into, by key: it may be gone since.
    mentor = models.BigIntegerField(null=True, blank=True)
    revision = models.BigIntegerField(null=True, blank=True)
    #: What stood in the entry before, field by field.
    before = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["job", "verdict"], name="mentoring_importrow_verdict")]
        verbose_name = _("строка загрузки")
        verbose_name_plural = _("строки загрузки")

    def __str__(self) -> str:
        return f"{self.number}: {self.name}"


class RememberedColumns(models.Model):
    """What the columns of a municipality's table turned out to be, for its next file with the same headings."""

    municipality = models.ForeignKey(Municipality, models.CASCADE, null=True, blank=True, related_name="+")
    #: Hash of the headings in their order.
    headings = models.CharField(max_length=64)
    #: Place of a column (as text, for JSON) → field's code, or "" for a column left out.
    columns = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "headings"], name="columns_are_remembered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality or '*'}: {len(self.columns)}"
