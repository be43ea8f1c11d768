"""The journal of decisions."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bestpractices.journal.enums import What
from bestpractices.review.enums import Stage
from cms.accounts.territory import Territory
from cms.territories.models import Municipality


class JournalIsWrittenOnce(Exception):
    """Somebody tried to change or delete a decision."""

    def __init__(self) -> None:
        super().__init__(_("Журнал решений не исправляют. Новое решение записывается новой строкой."))


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Questions about decisions; nothing in it changes one."""

    def about(self, page_id: int) -> DecisionQuerySet:
        """Those about a practice, the latest first."""
        return self.filter(page_id=page_id)

    def inside(self, territory: Territory) -> DecisionQuerySet:
        """Those about practices of the municipalities inside."""
        inside: DecisionQuerySet = territory.restrict(self, "municipality")  # type: ignore[assignment]
        return inside

    def without_experts(self, of_pages: Any = None) -> DecisionQuerySet:
        """Without the work of single experts on any practice, or on those with these ids."""
        theirs = models.Q(what__in=[What.SCORE, What.ASK, What.DECLINE])
        return self.exclude(theirs if of_pages is None else theirs & models.Q(page_id__in=of_pages))

    def editions(self) -> DecisionQuerySet:
        """What was published, the latest first."""
        return self.filter(what=What.PUBLISH)

    def update(self, **kwargs: Any) -> NoReturn:
        raise JournalIsWrittenOnce

    def delete(self) -> NoReturn:
        raise JournalIsWrittenOnce

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise JournalIsWrittenOnce


class Decision(models.Model):
    """One decision; names and titles are kept as they were, so it outlives the account and the page."""

    page_id = models.PositiveIntegerField(gettext_lazy("номер практики"), db_index=True)
    title = models.CharField(gettext_lazy("практика"), max_length=255)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("муниципалитет")
    )
    at = models.DateTimeField(gettext_lazy("когда"), default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, db_constraint=False, null=True, related_name="+"
    )
    who = models.CharField(gettext_lazy("кто"), max_length=200)
    what = models.CharField(gettext_lazy("что"), max_length=20, choices=What)
    stage = models.CharField(gettext_lazy("этап"), max_length=20, choices=Stage, blank=True)
    why = models.TextField(gettext_lazy("почему"), blank=True)
    revision_id = models.PositiveIntegerField(gettext_lazy("номер редакции"), null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = gettext_lazy("решение по практике")
        verbose_name_plural = gettext_lazy("решения по практикам")

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y} {self.get_what_display()}: {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise JournalIsWrittenOnce
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise JournalIsWrittenOnce
