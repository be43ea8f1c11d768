"""Who visits: behind a proxy every request seems to be the proxy's, and one visitor's limit would be everybody's."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac


class VisitorAddressMiddleware:
    """Takes the visitor's address from the last entry of X-Forwarded-For, which our own proxy wrote."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.DUET_BEHIND_PROXY:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if last:
            request.META["REMOTE_ADDR"] = last
        return self.get_response(request)


def network_mark(request: HttpRequest, purpose: str) -> str:
    """A keyed hash of the visitor's address, 64 signs, another one for each purpose: enough to count by.

    The address itself is personal data and is not kept.
    """
    return salted_hmac(purpose, request.META.get("REMOTE_ADDR", "")).hexdigest()
