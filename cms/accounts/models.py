"""The appointment of a person to a role in a territory."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.accounts.querysets import AppointmentQuerySet
from cms.territories.models import Municipality


class Appointment(models.Model):
    """One person, one role, one municipality (or the region); rights follow from it and end with it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="appointments", verbose_name=_("сотрудник")
    )
    role = models.CharField(_("роль"), max_length=20, choices=Role)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        verbose_name=_("муниципалитет"),
        help_text=_("Пусто только у регионального центра."),
    )
    order = models.CharField(_("приказ"), max_length=160, blank=True, help_text=_("«№ 07-01-05-503 от 25.09.2023»"))
    since = models.DateField(_("с какого дня"), null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["user", "role"]
        verbose_name = _("назначение")
        verbose_name_plural = _("назначения")
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "municipality"], name="appointment_once"),
            models.UniqueConstraint(
                fields=["user", "role"], condition=Q(municipality__isnull=True), name="regional_appointment_once"
            ),
            models.CheckConstraint(
                condition=Q(municipality__isnull=False) | Q(role__in=sorted(REGION_WIDE_ROLES)),
                name="appointment_has_its_territory",
                violation_error_message=_("Выберите муниципалитет: без него работает только региональный центр."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.municipality or _('регион')}"

    def clean(self) -> None:
        """A regional appointment names no municipality: it would look narrower than it is."""
        if self.role in REGION_WIDE_ROLES and self.municipality_id:
            raise ValidationError({"municipality": _("Региональный центр работает со всеми: оставьте поле пустым.")})
