"""The public pages with the words of consents."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.appearance.pieces import Crumb
from mentoring.consents.texts import TEXTS


@require_safe
def consent_text(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one consent word for word, with the version of its words."""
    if slug not in TEXTS:
        raise Http404
    consent = TEXTS[slug]
    context = {"consent": consent, "crumbs": (Crumb(_("Согласия")), Crumb(str(consent.title)))}
    return render(request, "mentoring/consents/text.html", context)
