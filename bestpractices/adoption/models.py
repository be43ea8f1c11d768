"""A school that applies a practice; the practice is named by its id, as copies name their source."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from bestpractices.adoption.enums import IN_USE, AdoptionState
from bestpractices.adoption.querysets import AdoptionQuerySet
from cms.territories.models import Organisation


class Adoption(models.Model):
    """One school, one practice: what it changes for itself, and what came of it."""

    territory_path = "organisation__municipality"

    practice_id = models.UUIDField(db_index=True, editable=False)
    practice_title = models.CharField(_("практика"), max_length=255, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="adoptions", verbose_name=_("организация")
    )
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="followers",
        verbose_name=_("взято у"),
        help_text=_("Если школа идёт по следам другой школы, а не прямо за авторами."),
    )
    changes = models.TextField(_("что меняет у себя"), max_length=1500, blank=True)
    result = models.TextField(_("что получилось"), max_length=1500, blank=True)
    state = models.CharField(
        _("состояние"), max_length=10, choices=AdoptionState, default=AdoptionState.TAKEN, editable=False
    )
    taken_on = models.DateField(_("взята"), default=timezone.localdate)
    changed_on = models.DateField(_("последнее изменение"), default=timezone.localdate, editable=False)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("записал"),
    )

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        ordering = ["taken_on", "pk"]
        verbose_name = _("применение практики")
        verbose_name_plural = _("применения практик")
        constraints = [
            models.UniqueConstraint(
                fields=["practice_id", "organisation"],
                condition=models.Q(state__in=sorted(IN_USE)),
                name="practice_in_use_once_a_school",
                violation_error_message=_("Эта организация уже применяет практику."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.practice_title}"

    def clean(self) -> None:
        """One follows a school that applies the same practice, and never one's own follower."""
        step, passed = self.parent, 0
        while step is not None and passed < 50:
            if step.practice_id != self.practice_id:
                raise ValidationError({"parent": _g("Эта школа применяет другую практику.")})
            if step.pk is not None and step.pk == self.pk:
                raise ValidationError({"parent": _g("Получается круг: эта школа сама идёт следом.")})
            step, passed = step.parent, passed + 1
