"""Stages as tasks of Wagtail's workflow, the remarks made on the way, and the region's rules."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Task, TaskState, Workflow, WorkflowState

from bestpractices.practices.enums import Part
from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Outcome, Stage
from bestpractices.review.grants import Act
from bestpractices.review.querysets import RemarkQuerySet, StageQuerySet


class StageState(TaskState):
    """One practice at one stage: until when, and how it ended. The verdict is Wagtail's own status of the task."""

    page = models.ForeignKey(PracticePage, models.CASCADE, related_name="stages", verbose_name=gettext_lazy("практика"))
    stage = models.CharField(gettext_lazy("этап"), max_length=20, choices=Stage)
    due_on = models.DateField(gettext_lazy("срок"))
    outcome = models.CharField(gettext_lazy("итог"), max_length=20, choices=Outcome, blank=True)

    stages = StageQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("этап проверки практики")
        verbose_name_plural = gettext_lazy("этапы проверки практик")


class StageTask(Task):
    """A stage of the review of practices; its verdicts are given on the review page, where the text is read."""

    stage: ClassVar[Stage]
    #: The act of the matrix of rights that decides here.
    act: ClassVar[Act]
    #: Whoever sent the practice hears of its verdicts from ``bestpractices.review.notices`` alone.
    tells_by_itself: ClassVar[bool] = True

    days = models.PositiveSmallIntegerField(
        gettext_lazy("дней на этап"), default=10, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )

    admin_form_fields: ClassVar = [*Task.admin_form_fields, "days"]
    task_state_class = StageState

    class Meta:
        abstract = True

    def start(self, workflow_state: WorkflowState, user: Any = None) -> StageState:
        """Ask for a verdict on the latest revision; raises ``PermissionDenied`` for anything but a practice."""
        practice = workflow_state.content_object.specific
        if not isinstance(practice, PracticePage):
            raise PermissionDenied(_("Этот порядок проверки – только для практик."))
        state = StageState(
            workflow_state=workflow_state,
            task=self,
            status=TaskState.STATUS_IN_PROGRESS,
            revision=practice.get_latest_revision(),
            page=practice,
            stage=self.stage,
            due_on=timezone.localdate() + timedelta(days=self.days),
        )
        state.save()
        self.started(state)
        return state

    def started(self, state: StageState) -> None:
        """What else begins with the stage."""

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Wagtail's own buttons decide nothing here: they carry no remarks, no scores and no revision."""
        raise PermissionDenied(_("Решение по практике принимают на странице проверки."))

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """While somebody reads, nobody writes: the author may take the practice back first."""
        return True


class MunicipalCheckTask(StageTask):
    """The methodist or coordinator of the municipality reads what the school has sent (S4-06)."""

    stage = Stage.MUNICIPAL
    act = Act.CHECK

    class Meta:
        verbose_name = gettext_lazy("практика: проверка района")
        verbose_name_plural = gettext_lazy("практика: проверки района")

    @classmethod
    def get_description(cls) -> str:
        return _("Проверяет методист или координатор муниципалитета, но не автор.")


class ExpertScoringTask(StageTask):
    """Experts of other municipalities score by the region's criteria."""

    stage = Stage.EXPERTS
    act = Act.DECIDE

    class Meta:
        verbose_name = gettext_lazy("практика: экспертиза")
        verbose_name_plural = gettext_lazy("практика: экспертизы")

    def started(self, state: StageState) -> None:
        from bestpractices.scoring.assigning import assign_first

        assign_first(state)

    @classmethod
    def get_description(cls) -> str:
        return _("Оценивают эксперты других муниципалитетов; когда оценок хватает, этап заканчивается сам.")


class RegionalDecisionTask(StageTask):
    """The regional centre decides (S4-16)."""

    stage = Stage.REGION
    act = Act.DECIDE

    class Meta:
        verbose_name = gettext_lazy("практика: решение региона")
        verbose_name_plural = gettext_lazy("практика: решения региона")

    @classmethod
    def get_description(cls) -> str:
        return _("Решает региональный центр; его согласие публикует ровно ту редакцию, которую он прочитал.")


#: The kinds of stages, in their usual order.
STAGE_TASKS: tuple[type[StageTask], ...] = (MunicipalCheckTask, ExpertScoringTask, RegionalDecisionTask)


class Remark(models.Model):
    """A remark to one part of a practice; the author marks it as done, nobody rewrites it."""

    state = models.ForeignKey(StageState, models.CASCADE, related_name="remarks", verbose_name=gettext_lazy("этап"))
    page = models.ForeignKey(
        PracticePage, models.CASCADE, related_name="remarks", verbose_name=gettext_lazy("практика")
    )
    part = models.CharField(gettext_lazy("раздел"), max_length=20, choices=Part)
    words = models.TextField(gettext_lazy("замечание"), max_length=1000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=gettext_lazy("кто")
    )
    #: Whose scores it stands beside: an expert has no name here, and reads their own remarks again.
    review = models.ForeignKey(
        "bestpractices.ExpertReview",
        models.SET_NULL,
        null=True,
        related_name="remarks",
        verbose_name=gettext_lazy("экспертиза"),
    )
    is_told = models.BooleanField(gettext_lazy("видно автору"), default=True)
    at = models.DateTimeField(gettext_lazy("когда"), default=timezone.now)
    resolved_at = models.DateTimeField(gettext_lazy("исправлено"), null=True, blank=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = gettext_lazy("замечание")
        verbose_name_plural = gettext_lazy("замечания")

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.words[:60]}"


class ReviewPolicy(models.Model):
    """The region's rules of review: the order of stages, how many experts, what they do not see."""

    workflow = models.ForeignKey(
        Workflow,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("порядок проверки"),
        help_text=gettext_lazy("Этапы и их сроки меняются в настройках рабочих процессов."),
    )
    corrections = models.ForeignKey(
        Workflow,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("порядок редакторской правки"),
        help_text=gettext_lazy(
            "Короткий путь для нескольких слов опубликованной практики; пусто – только полная проверка."
        ),
    )
    experts_needed = models.PositiveSmallIntegerField(
        gettext_lazy("экспертов на практику"), default=2, validators=[MinValueValidator(2), MaxValueValidator(5)]
    )
    gap = models.PositiveSmallIntegerField(
        gettext_lazy("расхождение, при котором зовут третьего"),
        default=25,
        validators=[MinValueValidator(5), MaxValueValidator(100)],
        help_text=gettext_lazy("В баллах из ста."),
    )
    hides_author = models.BooleanField(gettext_lazy("эксперт не видит, чья это практика"), default=True)
    hides_expert = models.BooleanField(gettext_lazy("автор не видит имён экспертов"), default=True)

    class Meta:
        verbose_name = gettext_lazy("правила проверки практик")
        verbose_name_plural = gettext_lazy("правила проверки практик")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def current(cls) -> ReviewPolicy:
        """The region's rules; a new region starts with the usual ones."""
        return cls.objects.select_related("workflow", "corrections").first() or cls()

    def active_workflow(self) -> Workflow | None:
        """The stages that a practice is sent through; None if the region has switched them off."""
        return self.workflow if self.workflow is not None and self.workflow.active else None
