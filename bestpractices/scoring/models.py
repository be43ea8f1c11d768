"""Criteria, experts, and what an expert gave."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bestpractices.review.models import StageState
from bestpractices.scoring.enums import TOP_POINTS, ReviewStatus
from bestpractices.scoring.querysets import CriterionQuerySet, ExpertQuerySet, ExpertReviewQuerySet
from cms.territories.models import Municipality, Organisation
from mentoring.bank.models import Mentor


class Criterion(models.Model):
    """A question that every expert answers with 0 to 5 points; weight and minimum are the region's."""

    name = models.CharField(_("критерий"), max_length=120)
    question = models.CharField(_("вопрос эксперту"), max_length=300)
    weight = models.PositiveSmallIntegerField(
        _("вес"), default=1, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    minimum = models.DecimalField(
        _("порог"),
        max_digits=2,
        decimal_places=1,
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(TOP_POINTS)],
        help_text=_("Среднее ниже порога регион увидит отдельной строкой."),
    )
    order = models.PositiveSmallIntegerField(_("порядок"), default=10)
    is_active = models.BooleanField(_("используется"), default=True)

    objects = CriterionQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("критерий оценки")
        verbose_name_plural = _("критерии оценки")

    def __str__(self) -> str:
        return self.name


class Expert(models.Model):
    """Somebody who scores; without an account, by a personal link that comes by mail."""

    full_name = models.CharField(_("фамилия, имя, отчество"), max_length=200)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="practice_expert",
        verbose_name=_("учётная запись"),
    )
    email = models.EmailField(_("электронная почта"), blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="+", verbose_name=_("муниципалитет, где работает")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("организация")
    )
    mentor = models.ForeignKey(
        Mentor, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("запись в банке наставников")
    )
    is_active = models.BooleanField(_("принимает практики"), default=True)

    objects = ExpertQuerySet.as_manager()

    class Meta:
        ordering = ["full_name"]
        verbose_name = _("эксперт практик")
        verbose_name_plural = _("эксперты практик")

    def __str__(self) -> str:
        return self.full_name


class ExpertReview(models.Model):
    """One expert's work on one practice at one stage."""

    state = models.ForeignKey(StageState, models.CASCADE, related_name="reviews", verbose_name=_("этап"))
    expert = models.ForeignKey(Expert, models.PROTECT, related_name="reviews", verbose_name=_("эксперт"))
    status = models.CharField(_("состояние"), max_length=20, choices=ReviewStatus, default=ReviewStatus.ASKED)
    is_third = models.BooleanField(_("из-за расхождения"), default=False)
    asked_at = models.DateTimeField(_("когда попросили"), default=timezone.now)
    due_on = models.DateField(_("срок"))
    finished_at = models.DateTimeField(_("когда закончено"), null=True, blank=True)
    comment = models.TextField(_("общее впечатление"), max_length=2000, blank=True)

    objects = ExpertReviewQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("экспертиза практики")
        verbose_name_plural = _("экспертизы практик")
        constraints = [models.UniqueConstraint(fields=["state", "expert"], name="expert_once_at_a_stage")]

    def __str__(self) -> str:
        return f"{self.expert}: {self.get_status_display()}"

    @property
    def total(self) -> float | None:
        """Points by weight, out of a hundred; None without scores."""
        scores = list(self.scores.all())
        weights = sum(score.criterion.weight for score in scores)
        if not weights:
            return None
        return 100 * sum(score.points * score.criterion.weight for score in scores) / (TOP_POINTS * weights)


class Score(models.Model):
    """Points by one criterion."""

    review = models.ForeignKey(ExpertReview, models.CASCADE, related_name="scores", verbose_name=_("экспертиза"))
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="scores", verbose_name=_("критерий"))
    points = models.PositiveSmallIntegerField(_("баллы"), validators=[MaxValueValidator(TOP_POINTS)])

    class Meta:
        verbose_name = _("оценка")
        verbose_name_plural = _("оценки")
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="score_once_by_a_criterion"),
            models.CheckConstraint(condition=models.Q(points__lte=TOP_POINTS), name="score_up_to_the_top"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"
