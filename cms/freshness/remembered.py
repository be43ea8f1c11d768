"""Answers to visitors nobody knows, remembered until a table that they were made of changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from typing import Any, overload

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from cms.appearance.choice import COOKIE, Appearance
from cms.freshness.making import making_inside
from cms.freshness.memory import Memory, Spell, answers, asked, begin, once_a_version
from cms.freshness.version import Version, version

View = Callable[..., HttpResponseBase]

#: The one thing in a page that is each visitor's own.
_TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]+(?=")')
_TOKEN_NAME = re.compile(rb"csrf", re.IGNORECASE)
#: Bytes of the longest answer that is remembered, and of the longest query with which one is.
LONGEST, LONGEST_QUERY = 512 * 1024, 500
_KINDS = ("text/html", "application/json")
#: What htmx says of itself, on which an answer with live parts depends.
_LIVE = (
    "HTTP_HX_REQUEST",
    "HTTP_HX_HISTORY_RESTORE_REQUEST",
    "HTTP_HX_CURRENT_URL",
    "HTTP_HX_BOOSTED",
    "HTTP_HX_TARGET",
    "HTTP_HX_TRIGGER",
    "HTTP_HX_TRIGGER_NAME",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A page without the visitor's token, which stands between the pieces."""

    pieces: tuple[bytes, ...]
    headers: tuple[tuple[str, str], ...]

    def to(self, request: HttpRequest) -> HttpResponse:
        token = get_token(request).encode() if len(self.pieces) > 1 else b""
        return HttpResponse(token.join(self.pieces), headers=dict(self.headers))


@overload
def remembered(view: View, /) -> View: ...


@overload
def remembered(*, queries: bool) -> Callable[[View], View]: ...


def remembered(view: View | None = None, /, *, queries: bool = False) -> View | Callable[[View], View]:
    """A view whose answers depend on the address, the visitor's choice of look, the content and the clock alone.

    Only answers to visitors without a session are remembered; whoever is signed in, has messages waiting or looks at a
    preview gets the view itself, and so does whoever asks with a query or through htmx, but where ``queries`` says
    that the same query has the same answer, as in a search. See docs/decisions (what is remembered).
    """
    return _remembering(view, queries) if view else lambda found: _remembering(found, queries)


def _remembering(view: View, queries: bool) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        is_asked = _is_asked(request)
        seen = version() if _is_anybody(request) and (queries or not is_asked) else None
        if seen is None:
            return view(request, *args, **kwargs)
        key, memory = _key(request), asked if is_asked else answers
        known: Answer | None = memory.get(key, seen)
        if known is not None:
            return known.to(request)
        return _made(memory, key, seen, request, lambda: view(request, *args, **kwargs))

    return answer


def _made(
    memory: Memory, key: Hashable, seen: Version, request: HttpRequest, make: Callable[[], HttpResponseBase]
) -> Any:
    begins = timezone.now()
    with making_inside(begin(seen, begins)) as made:
        once_a_version("addresses of sites", _read_addresses)
        response = make()
        if isinstance(response, SimpleTemplateResponse):
            response.render()
    answer = _answer(request, response) if made.may_be_kept else None
    if answer is not None:
        spell, now = Spell.of(seen, begins, made.done()), version()
        # Whoever wrote meanwhile may be seen in one part of the page and not in another.
        if now is not None and spell.is_of(now):
            memory.put(key, answer, spell, sum(map(len, answer.pieces)) + len(repr(key)))
    return response


def _read_addresses() -> None:
    """Wagtail keeps the addresses of sites for an hour, and another process's change does not end that."""
    Site.clear_site_root_paths_cache()
    Site.get_site_root_paths()


def _is_anybody(request: HttpRequest) -> bool:
    cookies = request.COOKIES
    return not (
        request.method != "GET"
        or len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY
        or settings.SESSION_COOKIE_NAME in cookies
        or "messages" in cookies
        or "HTTP_AUTHORIZATION" in request.META
        or getattr(request, "is_dummy", False)
        or settings.DEBUG
    )


def _is_asked(request: HttpRequest) -> bool:
    """Whether it comes with a query or from htmx; of those there are more than of pages."""
    return bool(request.META.get("QUERY_STRING")) or "HTTP_HX_REQUEST" in request.META


def _key(request: HttpRequest) -> Hashable:
    look = Appearance.from_cookie(request.COOKIES.get(COOKIE, ""))
    query = request.META.get("QUERY_STRING", "")
    live = tuple(request.META.get(name) for name in _LIVE) if "HTTP_HX_REQUEST" in request.META else ()
    return request.scheme, request.get_host(), request.path, query, live, look, get_language()


def _answer(request: HttpRequest, response: HttpResponseBase) -> Answer | None:
    """What may be said to others, or None where something in it is this visitor's own."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    headers = response.headers
    if not headers.get("Content-Type", "").startswith(_KINDS) or "no-store" in headers.get("Cache-Control", ""):
        return None
    messages = getattr(request, "_messages", None)
    if messages is not None and (messages.added_new or messages.used):
        return None
    if (session := getattr(request, "session", None)) is not None and session.modified:
        return None
    pieces = tuple(_TOKEN.split(response.content))
    # Every mention of the token is one that was cut out; anything else is not ours to repeat.
    if len(_TOKEN_NAME.findall(response.content)) != len(pieces) - 1 or len(response.content) > LONGEST:
        return None
    return Answer(pieces, tuple(headers.items()))
