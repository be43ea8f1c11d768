"""The page «Найти наставника» and the suggestions while somebody types."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.appearance.pieces import Crumb
from cms.freshness.remembered import remembered
from cms.sharing.address import site_root
from search.faceted.answering import Place, answer
from search.faceted.page import SearchPage
from search.faceted.suggesting import answer_suggestions
from search.mentors.catalogue import MENTORS
from search.mentors.structured import item_list
from search.mentors.suggestions import suggestions
from search.mentors.vocabulary import vocabulary_cache


@remembered(queries=True)
@require_safe
def mentor_search(request: HttpRequest) -> HttpResponse:
    """The search of mentors."""
    place = Place(reverse("mentor-search"), "search/faceted/page.html", _context)
    return answer(request, MENTORS, vocabulary_cache, place)


@remembered(queries=True)
@require_safe
def mentor_suggest(request: HttpRequest) -> HttpResponse:
    """Subjects, schools and people that begin like the typed words."""
    return answer_suggestions(request, MENTORS, vocabulary_cache, suggestions)


def _context(request: HttpRequest, page: SearchPage) -> dict[str, Any]:
    root = site_root()
    return {
        "crumbs": (Crumb(_("Наставники")),),
        "heading": _("Найти наставника"),
        "form_label": _("Поиск наставника"),
        "field_label": _("Предмет, тема, школа или фамилия"),
        "suggest_url": reverse("mentor-suggest"),
        "structured": item_list(page.cards, page.total, root) if page.is_indexed else None,
    }
