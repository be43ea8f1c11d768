"""Where the stages of a programme stand. It is no part of the draft: restoring an old text reopens nothing."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import Document

from cms.acts.models import ActPage
from mentoring.programmes.stages.enums import ResultKind, StageState
from mentoring.programmes.stages.querysets import StageResultQuerySet

PROGRAMME = "mentoring.ProgrammePage"
#: A result is one thing; none is left of it when its act has been deleted.
_AT_MOST_ONE = (
    Q(document__isnull=True, act__isnull=True) | Q(document__isnull=True, file="") | Q(act__isnull=True, file="")
)


class ProgrammeStage(models.Model):
    """The state of one stage of one programme; a stage without a row lies ahead."""

    programme = models.ForeignKey(PROGRAMME, models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField(_("номер"))
    state = models.CharField(_("состояние"), max_length=20, choices=StageState, default=StageState.PLANNED)
    changed_on = models.DateField(_("когда изменён"))

    class Meta:
        ordering = ["number"]
        verbose_name = _("этап программы")
        verbose_name_plural = _("этапы программы")
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="programme_stage_once")]

    def __str__(self) -> str:
        return f"{self.number}: {self.get_state_display()}"


class StageResult(models.Model):
    """A document of a stage: one of the site's, an act's page, or a closed file where it names people."""

    programme = models.ForeignKey(PROGRAMME, models.CASCADE, related_name="stage_results")
    kind = models.CharField(_("документ"), max_length=20, choices=ResultKind)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    act = models.ForeignKey(ActPage, models.SET_NULL, null=True, blank=True, related_name="+")
    file = models.FileField(_("файл"), upload_to="programmes/results/%Y/", blank=True)
    attached_on = models.DateField(_("когда приложен"))

    objects = StageResultQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("документ этапа")
        verbose_name_plural = _("документы этапов")
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind"], name="stage_result_once"),
            models.CheckConstraint(condition=_AT_MOST_ONE, name="stage_result_is_one_thing"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
