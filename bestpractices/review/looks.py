"""Who looked at which revision of a practice, and when: the difference since then, and who reads it right now."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bestpractices.practices.models import PracticePage
from cms.accounts.people import name_of

#: For how long after opening the page somebody counts as reading it.
READING = timedelta(minutes=10)


class LookQuerySet(models.QuerySet["Look"]):
    """Questions about looks."""

    def of(self, user: Any, practice: PracticePage) -> LookQuerySet:
        """The last look of a person at a practice."""
        return self.filter(user_id=user.pk, page_id=practice.pk)

    def now(self) -> LookQuerySet:
        """Those of people who are reading."""
        return self.filter(at__gte=timezone.now() - READING)


class Look(models.Model):
    """The last time that a person opened the review of a practice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    page = models.ForeignKey(PracticePage, models.CASCADE, related_name="looks")
    revision_id = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(default=timezone.now)

    objects = LookQuerySet.as_manager()

    class Meta:
        verbose_name = _("просмотр практики")
        verbose_name_plural = _("просмотры практик")
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="look_once_a_person")]

    def __str__(self) -> str:
        return f"{self.user}, {self.at:%d.%m.%Y %H:%M}"


def note_look(practice: PracticePage, user: Any, revision: Any) -> None:
    """Remember that the user has this revision before the eyes."""
    Look.objects.update_or_create(
        user_id=user.pk,
        page_id=practice.pk,
        defaults={"revision_id": getattr(revision, "pk", None), "at": timezone.now()},
    )


def others_looking(practice: PracticePage, user: Any) -> list[str]:
    """The names of other people who are reading the practice now."""
    looks = Look.objects.now().filter(page_id=practice.pk).exclude(user_id=user.pk).select_related("user")
    return [name_of(look.user) for look in looks]
