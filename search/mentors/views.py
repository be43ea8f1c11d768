"""The page «Найти наставника», its live parts and the suggestions while somebody types."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import push_url, replace_url

from cms.appearance.pieces import Crumb
from search.engines import get_engine
from search.interface import EngineUnavailable
from search.language.sanitise import clean
from search.mentors.address import read
from search.mentors.page import SearchPage, build
from search.mentors.structured import item_list
from search.mentors.suggestions import suggestions
from search.mentors.vocabulary import vocabulary_cache

#: The parts of the page that the result fills; all of them are Jinja2, which prints lists several times faster.
PARTS = ("words", "filters", "results")


@require_safe
def mentor_search(request: HttpRequest) -> HttpResponse:
    """The search: a whole page, or its live parts for htmx; an address with a twin leads to the canonical one."""
    vocabulary = vocabulary_cache.current()
    reading = read(request.GET, vocabulary)
    base = reverse("mentor-search")
    is_live = bool(request.htmx) and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    if not is_live and not reading.is_canonical and not reading.notices:
        return _never_shared(HttpResponseRedirect(reading.search.url(base)))
    try:
        page = build(reading.search, reading.notices, vocabulary, base)
    except EngineUnavailable:
        # htmx gives way to the plain form on any error, so everybody reads the same words.
        return render(request, "search/mentors/unavailable.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    return _never_shared(_live(request, page) if is_live else _whole(request, page))


@require_safe
def mentor_suggest(request: HttpRequest) -> HttpResponse:
    """What somebody who typed this far may mean, as the options of a list box."""
    typed = clean(request.GET.get("q", ""))
    try:
        offers = suggestions(get_engine(), typed)
    except EngineUnavailable:
        offers = []  # a field without suggestions is still a field
    response = HttpResponse(_jinja("suggestions", {"suggestions": offers}))
    patch_cache_control(response, private=True, max_age=30)
    return response


def _whole(request: HttpRequest, page: SearchPage) -> HttpResponse:
    root = f"{request.scheme}://{request.get_host()}"
    context = {
        "page": page,
        "parts": {name: _jinja(name, {"page": page}) for name in PARTS},
        "crumbs": (Crumb(_("Наставники")),),
        "root": root,
        "structured": item_list(page.cards, page.total, root) if page.is_indexed else None,
    }
    return render(request, "search/mentors/page.html", context)


def _live(request: HttpRequest, page: SearchPage) -> HttpResponse:
    response = HttpResponse(_jinja("live", {"page": page}))
    if _goes_on_typing(request, page):
        return replace_url(response, page.canonical)
    return push_url(response, page.canonical)


def _goes_on_typing(request: HttpRequest, page: SearchPage) -> bool:
    """Whether the words only grew or shrank since the last answer: one step back, not one for each letter."""
    before = QueryDict(urlsplit(request.headers.get("HX-Current-URL", "")).query).get("q", "")
    now = page.search.text
    return before != now and bool(before and now) and (now.startswith(before) or before.startswith(now))


def _never_shared(response: HttpResponse) -> HttpResponse:
    """Pages differ by visitor and by htmx; nobody stays in a shared cache after the consent has ended."""
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["HX-Request", "Cookie"])
    return response


def _jinja(name: str, context: dict[str, Any]) -> SafeString:
    # Jinja2 escapes by itself (cms.appearance.jinja).
    return mark_safe(render_to_string(f"search/mentors/{name}.html", context, using="jinja2"))
