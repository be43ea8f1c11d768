"""The answer to a request for a search page: the whole page, its live parts for htmx, or the way to its one address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.safestring import SafeString, mark_safe
from django_htmx.http import push_url, replace_url

from cms.sharing.address import site_root
from search.faceted.address import read
from search.faceted.catalogue import Catalogue
from search.faceted.page import SearchPage, build
from search.faceted.vocabulary import VocabularyCache
from search.interface import EngineUnavailable

#: The parts of the page that the result fills; all of them are Jinja2, which prints lists several times faster.
PARTS = ("words", "filters", "results")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a search lives: its address, the Django template around its parts, and what else that template says."""

    base: str
    template: str
    context: Callable[[HttpRequest, SearchPage], dict[str, Any]]


def answer(request: HttpRequest, catalogue: Catalogue, words: VocabularyCache[Any], place: Place) -> HttpResponse:
    """The page, or its parts; an address with a twin leads to the canonical one."""
    is_live = bool(request.htmx) and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    try:
        vocabulary = words.current()
        reading = read(request.GET, catalogue, vocabulary)
        if not is_live and not reading.is_canonical and not reading.notices:
            return never_shared(HttpResponseRedirect(reading.search.url(place.base)))
        page = build(reading.search, reading.notices, vocabulary, place.base)
    except EngineUnavailable:
        # htmx gives way to the plain form on any error, so everybody reads the same words.
        return render(request, "search/faceted/unavailable.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    return never_shared(_live(request, page) if is_live else _whole(request, page, place))


def _whole(request: HttpRequest, page: SearchPage, place: Place) -> HttpResponse:
    context = {
        "found": page,
        "parts": {name: jinja(name, {"page": page}) for name in PARTS},
        "base": place.base,
        "root": site_root(),
        **place.context(request, page),
    }
    return render(request, place.template, context)


def _live(request: HttpRequest, page: SearchPage) -> HttpResponse:
    response = HttpResponse(jinja("live", {"page": page}))
    if _goes_on_typing(request, page):
        return replace_url(response, page.canonical)
    return push_url(response, page.canonical)


def _goes_on_typing(request: HttpRequest, page: SearchPage) -> bool:
    """Whether the words only grew or shrank since the last answer: one step back, not one for each letter."""
    before = QueryDict(urlsplit(request.headers.get("HX-Current-URL", "")).query).get("q", "")
    now = page.search.text
    return before != now and bool(before and now) and (now.startswith(before) or before.startswith(now))


def never_shared(response: HttpResponse) -> HttpResponse:
    """Pages differ by visitor and by htmx; nobody stays in a shared cache after the consent has ended."""
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["HX-Request", "Cookie"])
    return response


def jinja(name: str, context: dict[str, Any]) -> SafeString:
    """A part of a search page."""
    # Jinja2 escapes by itself (cms.appearance.jinja).
    return mark_safe(render_to_string(f"search/faceted/{name}.html", context, using="jinja2"))
