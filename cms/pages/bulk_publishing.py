"""Bulk publication: a page that is not complete keeps the whole bunch unpublished, and the editor reads why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from cms.pages.readiness import draft_gaps, refusal


def keep_unready_pages_unpublished(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Name each page that lacks something, and publish nothing."""
    if action_type != "publish":
        return None
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [draft for page in objects for draft in page.get_descendants().not_live().specific()]
    refusals = [refusal(page, gaps) for page in pages if isinstance(page, Page) and (gaps := draft_gaps(page))]
    for words in refusals:
        messages.error(request, words)
    return redirect(action.next_url) if refusals else None
