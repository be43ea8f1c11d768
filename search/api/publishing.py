"""What every answer of the API has in common: asked again cheaply, packed, counted, and open to pages of others."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers, set_response_etag
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from search.api.problems import Mistake, problem
from search.api.throttling import tell_what_is_left

READING = "GET, HEAD, OPTIONS"
#: What a page of another site may send, and what its script may read.
_SENT = "Accept, Accept-Language, Content-Type, If-None-Match"
_READ = "ETag, Last-Modified, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After"
#: Seconds for which a browser remembers that it may ask.
_REMEMBERED = 86_400
EVERYBODY = "*"


def published(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """The view with an ETag, headers of caches and origins, and its refusals as problems.

    Packing is safe here: nothing secret stands in an answer, and no cookie changes one.
    """

    @csrf_exempt
    @gzip_page
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in READING.split(", "):
            response = problem(Mistake(HTTPStatus.METHOD_NOT_ALLOWED, _("Здесь можно только читать: GET.")))
            response["Allow"] = READING
            return _opened(request, response)
        if request.method == "OPTIONS":
            return _opened(request, _preflight())
        if request.method == "HEAD":
            request.method = "GET"  # the server leaves the body out
        response = view(request, *args, **kwargs)
        tell_what_is_left(request, response)
        if not response.has_header("Cache-Control"):
            # Always asked again: nobody stays in a cache after the consent has ended.
            patch_cache_control(response, public=True, no_cache=True)
        if response.status_code == HTTPStatus.OK:
            set_response_etag(response)
            # By the ETag alone: a consent ends at a moment that no Last-Modified tells.
            response = _if_changed(request, response)
        return _opened(request, response)

    return answered


def _if_changed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    given = get_conditional_response(request, etag=response["ETag"], response=response)
    if given is not None and given is not response:
        tell_what_is_left(request, given)
    return given or response


def _preflight() -> HttpResponse:
    allowed = {
        "Allow": READING,
        "Access-Control-Allow-Methods": READING,
        "Access-Control-Allow-Headers": _SENT,
        "Access-Control-Max-Age": str(_REMEMBERED),
    }
    return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=allowed)


def _opened(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let pages of other sites read it, without cookies: those that the centre names, or all."""
    response["X-Robots-Tag"] = "noindex"
    response["Access-Control-Expose-Headers"] = _READ
    if EVERYBODY in settings.DUET_API_ORIGINS:
        response["Access-Control-Allow-Origin"] = EVERYBODY
        return response
    patch_vary_headers(response, ["Origin"])
    origin = request.headers.get("Origin", "")
    if origin in settings.DUET_API_ORIGINS:
        response["Access-Control-Allow-Origin"] = origin
    return response
