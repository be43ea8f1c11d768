"""What every answer of the API has in common: it can be asked again cheaply, and only named sites may embed it."""

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

from search.api.problems import Mistake, problem

READING = {"GET", "HEAD", "OPTIONS"}


def published(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """The view with an ETag, headers of caches and origins, and its refusals as problems."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in READING:
            response = problem(Mistake(HTTPStatus.METHOD_NOT_ALLOWED, _("Здесь можно только читать: GET.")))
            response["Allow"] = "GET, HEAD, OPTIONS"
            return _opened(request, response)
        if request.method == "OPTIONS":
            return _opened(request, HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": "GET, HEAD, OPTIONS"}))
        if request.method == "HEAD":
            request.method = "GET"  # the server leaves the body out
        response = view(request, *args, **kwargs)
        # Always asked again: nobody stays in a cache after the consent has ended.
        patch_cache_control(response, public=True, no_cache=True)
        if response.status_code == HTTPStatus.OK:
            set_response_etag(response)
            response = get_conditional_response(request, etag=response["ETag"], response=response) or response
        return _opened(request, response)

    return answered


def _opened(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, ["Origin"])
    origin = request.headers.get("Origin", "")
    if origin in settings.DUET_API_ORIGINS:
        response["Access-Control-Allow-Origin"] = origin
    return response
