"""Approving from the editor: what is approved is what was loaded there, not what somebody saved meanwhile."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from cms.accounts.seen import AnotherRevision, stamped_id


def refuse_what_was_not_read(request: HttpRequest, thing: Any) -> HttpResponse | None:
    """Turn back an approval whose form was loaded with another revision; the message leads to the difference."""
    if request.method != "POST" or "action-workflow-action" not in request.POST:
        return None
    latest = thing.get_latest_revision()
    if request.POST.get("workflow-action-name") != "approve" or latest is None or _was_loaded(request, latest):
        return None
    loaded = stamped_id(request.POST.get("loaded_revision_id", ""))
    address = _difference(thing, loaded, latest.pk)
    buttons = [messages.button(address, _("Что изменилось"))] if address else []
    messages.error(request, str(AnotherRevision(loaded, latest.pk)), buttons=buttons)
    return HttpResponseRedirect(request.path)


def _was_loaded(request: HttpRequest, latest: Any) -> bool:
    """The same number and the same last moment: autosave rewrites a revision under its number."""
    same = request.POST.get("loaded_revision_id", "") == str(latest.pk)
    return same and request.POST.get("loaded_revision_created_at", "") == latest.created_at.isoformat()


def _difference(thing: Any, loaded: int | None, latest: int) -> str:
    if loaded is None or loaded == latest:
        return ""
    try:
        if isinstance(thing, Page):
            return reverse("wagtailadmin_pages:revisions_compare", args=[thing.pk, loaded, latest])
        name = thing.snippet_viewset.get_url_name("revisions_compare")
        return reverse(name, args=[thing.pk, loaded, latest])
    except NoReverseMatch:
        return ""
