"""The log of municipal objects: each line knows its municipality, so that reports end at the border."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry
from wagtail.models.audit_log import BaseLogEntry, LogEntryQuerySet, ModelLogEntryManager

from cms.accounts.territory import User, municipality_of, territory_of
from cms.territories.models import Municipality


class TerritoryLogEntryManager(ModelLogEntryManager):
    """Writes the municipality of the moment beside each action, and reads only the user's own."""

    def log_action(self, instance: Any, action: str, **kwargs: Any) -> TerritoryLogEntry:
        return super().log_action(instance, action, municipality_id=municipality_of(instance), **kwargs)

    def viewable_by_user(self, user: User) -> LogEntryQuerySet:
        """The lines about objects that the user may see, in the municipalities where they may."""
        condition = Q(pk__in=[])
        for content_type in ContentType.objects.filter(pk__in=self.get_queryset().get_content_type_ids()):
            territory = territory_of(user, f"{content_type.app_label}.{content_type.model}", ["view"])
            if territory.everywhere:
                condition |= Q(content_type=content_type)
            elif territory:
                condition |= Q(content_type=content_type, municipality__in=territory.municipalities)
        return self.get_queryset().filter(condition)


class TerritoryLogEntry(BaseLogEntry):
    """One action on a municipal object; it outlives the object."""

    object_id = models.CharField(max_length=255, db_index=True)
    municipality = models.ForeignKey(
        Municipality, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("муниципалитет")
    )

    objects = TerritoryLogEntryManager()

    class Meta(ModelLogEntry.Meta):
        abstract = False
        verbose_name = _("запись журнала")
        verbose_name_plural = _("записи журнала")

    def clean_fields(self, exclude: Any = None) -> None:
        """A line is written by code about rows that it holds: whether these rows exist is not asked again."""
        relations = {field.name for field in self._meta.concrete_fields if field.is_relation}
        super().clean_fields(exclude={*(exclude or ()), *relations})
