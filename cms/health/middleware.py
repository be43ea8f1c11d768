"""What is asked from inside the network, by address instead of name.

`/health/live/`: the process answers. Asked every few seconds, so it costs neither a query nor a session.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

LIVE = "/health/live/"
#: Asked by programs that know this machine's address and not the site's name.
WATCHED = frozenset({"/health/", "/metrics/"})


class LiveMiddleware:
    """Stands first: a load balancer inside the network knows neither the site's name nor HTTPS."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == LIVE:
            return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})
        return self.get_response(request)


class ByAddressMiddleware:
    """What is watched answers under any name; neither shows addresses of the site, so that none can be forged."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info in WATCHED:
            request.META["HTTP_HOST"] = own_name()
            request.META.pop("HTTP_X_FORWARDED_HOST", None)
        return self.get_response(request)


def own_name() -> str:
    """A name of the site that ``ALLOWED_HOSTS`` lets through."""
    plain = [host for host in settings.ALLOWED_HOSTS if "*" not in host and not host.startswith(".")]
    return plain[0] if plain else urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
