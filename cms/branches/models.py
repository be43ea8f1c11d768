"""A branch as the machine keeps it: which groups and which files belong to a municipality."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from cms.branches.enums import Seat
from cms.territories.models import Municipality


class Branch(models.Model):
    """The open branch of a municipality; the one without a municipality is the region's own."""

    municipality = models.OneToOneField(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="branch",
        verbose_name=_("муниципалитет"),
    )
    collection = models.OneToOneField(
        Collection, models.PROTECT, related_name="+", verbose_name=_("картинки и документы")
    )

    class Meta:
        verbose_name = _("раздел муниципалитета")
        verbose_name_plural = _("разделы муниципалитетов")
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(municipality__isnull=True), name="one_branch_of_the_region"
            )
        ]

    def __str__(self) -> str:
        return str(self.municipality or _("вся область"))


class BranchGroup(models.Model):
    """The group of the people who do one thing in a branch; its members follow from appointments."""

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="groups", verbose_name=_("раздел"))
    seat = models.CharField(_("что делают"), max_length=10, choices=Seat)
    group = models.OneToOneField(Group, models.CASCADE, related_name="branch_group", verbose_name=_("группа"))

    class Meta:
        verbose_name = _("группа раздела")
        verbose_name_plural = _("группы разделов")
        constraints = [models.UniqueConstraint(fields=["branch", "seat"], name="branch_group_once")]

    def __str__(self) -> str:
        return f"{self.branch}: {self.get_seat_display()}"
