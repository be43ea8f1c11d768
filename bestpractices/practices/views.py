"""What a published practice hands out besides its page: a paper, and its editions with their differences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Revision

from bestpractices.journal.models import Decision
from bestpractices.practices.differences import Change, differences
from bestpractices.practices.models import PracticePage
from bestpractices.practices.pages import practice_view
from bestpractices.practices.papers import practice_paper
from cms.pages.crumbs import page_crumbs
from cms.papers.responses import pdf_response

#: Editions that a visitor may compare.
SHOWN = 10


@dataclass(frozen=True)
class Edition:
    """One published edition, and what differs from the one before it."""

    number: int
    at: datetime
    changes: tuple[Change, ...]
    is_first: bool


@require_safe
def practice_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The published practice as PDF."""
    practice = get_object_or_404(PracticePage.objects.shown(), pk=pk)
    return pdf_response(practice_paper(practice_view(practice, request)), practice.title)


@require_safe
def practice_editions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every published edition, the latest first, with what changed; people are not part of it."""
    practice = get_object_or_404(PracticePage.objects.shown(), pk=pk)
    context = {
        "page": practice,
        "crumbs": page_crumbs(practice, request, here=_("Редакции")),
        "editions": editions(practice),
    }
    return render(request, "bestpractices/editions.html", context)


def editions(practice: PracticePage) -> list[Edition]:
    """The published editions with their differences, the latest first."""
    lines = list(Decision.objects.about(practice.pk).editions().order_by("at", "pk"))
    revisions = Revision.objects.for_instance(practice).in_bulk(
        [line.revision_id for line in lines if line.revision_id]
    )
    told: list[Edition] = []
    before = None
    for number, line in enumerate(lines, 1):
        revision = revisions.get(line.revision_id or 0)
        after = revision.as_object() if revision else None
        changes = differences(before, after) if before is not None and after is not None else ()
        told.append(Edition(number, line.at, changes, before is None))
        before = after or before
    return told[::-1][:SHOWN]
