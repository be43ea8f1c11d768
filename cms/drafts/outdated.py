"""Wagtail's own forms, which keep themselves: whether another window has saved since this one was loaded.

Wagtail asks this for an autosave alone; «Сохранить» would write over the other window's words in silence.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.http import HttpRequest

from cms.drafts.tokens import FormToken


def is_outdated(request: HttpRequest, token: FormToken) -> bool:
    """Whether a form that was sent by a button was loaded, or last kept, before the latest revision was made."""
    if token.thing is None or not request.accepts("text/html"):
        return False
    label, key = token.thing
    thing: Any = apps.get_model(label)._base_manager.filter(pk=key).first()
    latest = getattr(thing, "latest_revision", None)
    if latest is None:
        return False
    if own := request.POST.get("overwrite_revision_id"):  # what this very window has kept
        return own != str(latest.pk)
    loaded = request.POST.get("loaded_revision_id")
    if not loaded:
        return False
    seen_at = request.POST.get("loaded_revision_created_at", "")
    return loaded != str(latest.pk) or seen_at != latest.created_at.isoformat()
