"""A book that was sent once stays: its editions are the proof of what the region was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from bestpractices.yearbook.models import YearBook


def keep_what_was_sent(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    """Stop a deletion, single or in bulk, that would take an edition with it; tells why."""
    for thing in things:
        if isinstance(thing, YearBook) and thing.editions.exists():
            words = _("«%(thing)s» уже отправляли в региональный центр: такой сборник хранят. Его можно отозвать.")
            messages.error(request, words % {"thing": thing})
            return redirect("wagtailsnippets_bestpractices_yearbook:list")
    return None
