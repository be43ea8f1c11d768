"""Answers to visitors nobody knows, remembered until anything that pages are made of changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from cms.appearance.choice import COOKIE, Appearance
from cms.freshness.memory import answers, making, once_a_version
from cms.freshness.version import Version, version

View = Callable[..., HttpResponseBase]

#: The one thing in a page that is each visitor's own.
_TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]+(?=")')
_TOKEN_NAME = re.compile(rb"csrf", re.IGNORECASE)
#: Bytes of the longest answer that is remembered.
LONGEST = 512 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """A page without the visitor's token, which stands between the pieces."""

    pieces: tuple[bytes, ...]
    headers: tuple[tuple[str, str], ...]

    def to(self, request: HttpRequest) -> HttpResponse:
        token = get_token(request).encode() if len(self.pieces) > 1 else b""
        return HttpResponse(token.join(self.pieces), headers=dict(self.headers))


def remembered(view: View) -> View:
    """A view whose pages depend on the address, the visitor's choice of look, the content and the clock alone.

    Only whole pages for visitors without a session are remembered; whoever is signed in, asks with a query, has
    messages waiting or looks at a preview gets the view itself. See docs/decisions (what is remembered).
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        seen = version() if _is_anybody(request) else None
        if seen is None:
            return view(request, *args, **kwargs)
        key = _key(request)
        known: Answer | None = answers.get(key, seen)
        if known is not None:
            return known.to(request)
        return _made(key, seen, request, lambda: view(request, *args, **kwargs))

    return answer


def _made(key: Hashable, seen: Version, request: HttpRequest, make: Callable[[], HttpResponseBase]) -> Any:
    with making(seen, timezone.now()) as made:
        once_a_version("addresses of sites", _forget_addresses, steady=True)
        response = make()
        if isinstance(response, SimpleTemplateResponse):
            response.render()
    answer = _answer(request, response) if made.may_be_kept else None
    # Whoever wrote meanwhile may be seen in one part of the page and not in another.
    if answer is not None and version() == seen:
        answers.put(key, answer, made.limits, sum(map(len, answer.pieces)))
    return response


def _forget_addresses() -> None:
    """Wagtail keeps the addresses of sites for an hour, and another process's change does not end that."""
    Site.clear_site_root_paths_cache()


def _is_anybody(request: HttpRequest) -> bool:
    cookies = request.COOKIES
    return not (
        request.method != "GET"
        or request.META.get("QUERY_STRING")
        or settings.SESSION_COOKIE_NAME in cookies
        or "messages" in cookies
        or "HTTP_HX_REQUEST" in request.META
        or "HTTP_AUTHORIZATION" in request.META
        or getattr(request, "is_dummy", False)
        or settings.DEBUG
    )


def _key(request: HttpRequest) -> Hashable:
    look = Appearance.from_cookie(request.COOKIES.get(COOKIE, ""))
    return request.scheme, request.get_host(), request.path, look, get_language()


def _answer(request: HttpRequest, response: HttpResponseBase) -> Answer | None:
    """What may be said to others, or None where something in it is this visitor's own."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    headers = response.headers
    if not headers.get("Content-Type", "").startswith("text/html") or "no-store" in headers.get("Cache-Control", ""):
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
