"""The files that a programme's page hands out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from cms.papers.responses import pdf_response
from mentoring.programmes.calendars import calendar_feed
from mentoring.programmes.cyclogram import cyclogram
from mentoring.programmes.enums import StartMonth
from mentoring.programmes.papers import programme_paper
from mentoring.programmes.presenters import present

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage

#: How long a calendar may be kept without asking, in seconds.
KEEP = 3600


def calendar_response(page: ProgrammePage, request: HttpRequest) -> HttpResponse:
    """The cyclogram as ICS; who has it already hears 304."""
    body = calendar_feed(
        page.translation_key,
        _("Циклограмма: %(page)s") % {"page": page.title},
        cyclogram(page.school_year, StartMonth(page.start)),
        page.last_published_at or timezone.now(),
        page.get_full_url(request) or "",
    )
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.ics"'
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=KEEP)
    kept = get_conditional_response(request, etag=etag, response=response)
    return kept if isinstance(kept, HttpResponse) else response


def paper_response(page: ProgrammePage, request: HttpRequest) -> HttpResponse:
    """The description as visitors may see it today, as a PDF."""
    programme = present(page, timezone.localdate())
    return pdf_response(programme_paper(programme, page.get_full_url(request) or ""), page.title)
