"""«Поиск по сайту» and its suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.appearance.pieces import Crumb
from cms.freshness.remembered import remembered
from search.engines import get_engine
from search.faceted.answering import Place, answer
from search.faceted.page import SearchPage
from search.faceted.suggesting import LIMIT, Offer, answer_suggestions
from search.interface import Suggestion
from search.language.sanitise import clean
from search.mentors.schema import KIND as MENTOR
from search.mentors.suggestions import suggestions
from search.site.catalogue import SITE
from search.site.vocabulary import page_words

#: Of the offers, these come from the bank.
MENTORS_OFFERED = 3


@remembered(queries=True)
@require_safe
def site_search(request: HttpRequest) -> HttpResponse:
    """The search over all public pages."""
    return answer(request, SITE, page_words, Place(reverse("site-search"), "search/faceted/page.html", _context))


@remembered(queries=True)
@require_safe
def site_suggest(request: HttpRequest) -> HttpResponse:
    """Subjects, schools and mentors, then titles, that begin like the typed words."""
    typed = clean(request.GET.get("q", ""))

    def offers(titles: Iterable[Suggestion]) -> Iterator[Offer]:
        people = suggestions(get_engine().suggest(MENTOR, typed, MENTORS_OFFERED))
        return islice(chain(people, (Offer(one.text, "", "") for one in titles)), LIMIT)

    return answer_suggestions(request, SITE, page_words, offers)


def _context(request: HttpRequest, page: SearchPage) -> dict[str, Any]:
    return {
        "crumbs": (Crumb(_("Поиск по сайту")),),
        "heading": _("Поиск по сайту"),
        "form_label": _("Поиск по сайту"),
        "field_label": _("Предмет, фамилия, документ или вопрос"),
        "suggest_url": reverse("site-suggest"),
    }
