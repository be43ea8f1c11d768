"""Wagtail's own forms, which keep themselves: whether another window has saved since this one was loaded.

Wagtail asks this for an autosave alone; «Сохранить» would write over the other window's words in silence.
"""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from wagtail.models import RevisionMixin

from cms.drafts.tokens import FormToken
from cms.drafts.two_windows import KEPT, LOADED, LOADED_AT, model_of


def is_outdated(request: HttpRequest, token: FormToken) -> bool:
    """Whether a form that was sent by a button was loaded, or last kept, before the latest revision was made."""
    if token.thing is None or not request.accepts("text/html"):
        return False
    latest, made_at = latest_revision(token)
    if latest is None or made_at is None:
        return False
    if own := request.POST.get(KEPT):  # what this very window has kept
        return own != str(latest)
    loaded = request.POST.get(LOADED)
    if not loaded:  # nobody had kept anything yet when the form was opened
        return made_at > token.opened_at
    seen_at = request.POST.get(LOADED_AT, "")
    return loaded != str(latest) or seen_at != made_at.isoformat()


def latest_revision(token: FormToken) -> tuple[int | None, datetime | None]:
    """The key of the object's latest revision and when it was made; neither is read with its content."""
    model = model_of(token)
    if token.thing is None or model is None or not issubclass(model, RevisionMixin):
        return None, None
    things = model._base_manager.filter(pk=token.thing[1])
    found = things.values_list("latest_revision_id", "latest_revision__created_at").order_by().first()
    return found or (None, None)
