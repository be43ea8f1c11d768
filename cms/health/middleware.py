"""`/health/live/`: the process answers. Asked every few seconds, so it costs neither a query nor a session."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

LIVE = "/health/live/"


class LiveMiddleware:
    """Stands first: a load balancer inside the network knows neither the site's name nor HTTPS."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == LIVE:
            return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})
        return self.get_response(request)
