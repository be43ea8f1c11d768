"""Wagtail's own forms, which keep themselves: whether another window has saved since this one was loaded.

Wagtail asks this for an autosave alone; «Сохранить» would write over the other window's words in silence.
"""

from __future__ import annotations

from django.http import HttpRequest

from cms.drafts.tokens import FormToken
from cms.drafts.two_windows import KEPT, LOADED, LOADED_AT, thing_of


def is_outdated(request: HttpRequest, token: FormToken) -> bool:
    """Whether a form that was sent by a button was loaded, or last kept, before the latest revision was made."""
    if token.thing is None or not request.accepts("text/html"):
        return False
    latest = getattr(thing_of(token), "latest_revision", None)
    if latest is None:
        return False
    if own := request.POST.get(KEPT):  # what this very window has kept
        return own != str(latest.pk)
    loaded = request.POST.get(LOADED)
    if not loaded:  # nobody had kept anything yet when the form was opened
        return bool(latest.created_at > token.opened_at)
    seen_at = request.POST.get(LOADED_AT, "")
    return loaded != str(latest.pk) or seen_at != latest.created_at.isoformat()
