"""Who has changed a thing, when and how, by its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the history."""

    who: str
    user_id: int | None
    when: datetime
    what: str
    #: In place of «Уже решено», from a page that knows what was decided there.
    done: str = ""
    #: Whether whoever looks has decided it, where no account says so.
    is_own: bool = False

    def is_by(self, user: Any) -> bool:
        """Whether somebody reads of what they did themselves."""
        return self.is_own or (self.user_id is not None and self.user_id == user.pk)


def reference(thing: Any) -> tuple[str, str] | None:
    """A stored object as the label of its model and its key."""
    if not isinstance(thing, models.Model) or thing.pk is None:
        return None
    return thing._meta.label_lower, str(thing.pk)


def last_change(thing: tuple[str, str] | None, since: datetime) -> Change | None:
    """The newest line about a thing, also a deleted one, since a moment; None where the history holds none."""
    if thing is None:
        return None
    entry = _lines(*thing).filter(timestamp__gte=since).order_by("-timestamp", "-pk").select_related("user").first()
    if entry is None:
        return None
    return Change(str(entry.user_display_name), entry.user_id, entry.timestamp, str(entry.message))


def _lines(label: str, key: str) -> Any:
    model = apps.get_model(label)
    if issubclass(model, Page):
        return PageLogEntry.objects.filter(page_id=key)
    log = registry.get_log_model_for_model(model)
    if log is None:
        return PageLogEntry.objects.none()
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    return log.objects.filter(content_type=kind, object_id=key)
