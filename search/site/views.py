"""«Поиск по сайту» and its suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.appearance.pieces import Crumb
from search.faceted.answering import Place, answer
from search.faceted.page import SearchPage
from search.faceted.suggesting import Offer, answer_suggestions
from search.interface import Suggestion
from search.site.catalogue import SITE
from search.site.vocabulary import page_words


@require_safe
def site_search(request: HttpRequest) -> HttpResponse:
    """The search over all public pages."""
    return answer(request, SITE, page_words, Place(reverse("site-search"), "search/faceted/page.html", _context))


@require_safe
def site_suggest(request: HttpRequest) -> HttpResponse:
    """Titles that begin like the typed words."""
    return answer_suggestions(request, SITE, page_words, _titles)


def _titles(found: Iterable[Suggestion]) -> Iterator[Offer]:
    return (Offer(one.text, "", "") for one in found)


def _context(request: HttpRequest, page: SearchPage) -> dict[str, Any]:
    return {
        "crumbs": (Crumb(_("Поиск по сайту")),),
        "heading": _("Поиск по сайту"),
        "form_label": _("Поиск по сайту"),
        "field_label": _("Название, тема или слово из текста"),
        "suggest_url": reverse("site-suggest"),
    }
