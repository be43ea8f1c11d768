"""Versions stand in the order in which they were made: a later one never has an earlier moment than the last.

Wagtail takes the version with the latest moment for the last one; after a clock was set back by an hour it would call a
page that was just published one with unpublished changes, and clear the last draft away as an old one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Revision


@receiver(pre_save, sender=Revision, dispatch_uid="cms.pages.revision_order")
def later_than_the_last(instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    """Move a new version behind the last one of the same thing."""
    if raw or instance.pk is not None or instance.created_at is None:
        return
    same = Revision.objects.filter(
        base_content_type_id=instance.base_content_type_id, object_id=str(instance.object_id)
    )
    last = same.order_by("-created_at").values_list("created_at", flat=True).first()
    if last is not None and instance.created_at <= last:
        instance.created_at = last + timedelta(milliseconds=1)
