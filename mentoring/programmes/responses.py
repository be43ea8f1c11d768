"""The files that a programme's page hands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.papers.responses import pdf_response
from cms.sharing.kept import kept
from cms.sharing.moments import changed_at
from mentoring.programmes.calendars import calendar_feed
from mentoring.programmes.cyclogram import cyclogram
from mentoring.programmes.enums import StartMonth
from mentoring.programmes.papers import programme_paper
from mentoring.programmes.presenters import present

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage

#: How long a calendar may be kept without asking, in seconds.
KEEP = 3600


def calendar_response(page: ProgrammePage, request: HttpRequest) -> HttpResponseBase:
    """The cyclogram as ICS; who has it already hears 304."""
    body = calendar_feed(
        page.translation_key,
        _("Циклограмма: %(page)s") % {"page": page.title},
        cyclogram(page.school_year, StartMonth(page.start)),
        changed_at(page),
        page.full_url or "",
    )
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.ics"'
    return kept(request, response, KEEP)


def paper_response(page: ProgrammePage, request: HttpRequest) -> HttpResponse:
    """The description as visitors may see it today, as a PDF."""
    programme = present(page, timezone.localdate())
    return pdf_response(programme_paper(programme, page.full_url or ""), page.title)
