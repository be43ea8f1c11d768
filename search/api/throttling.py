"""No address asks more often than a polite program would; the count lives in the cache that all processes share."""

from __future__ import annotations

import math
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja.throttling import BaseThrottle, SimpleRateThrottle

from cms.caching.counting import counted_since
from cms.security.visitors import network_mark

#: The attribute of a request that says what is left of its address's limit.
_LEFT = "duet_api_left"


@dataclass(frozen=True, slots=True)
class Left:
    """How many requests are allowed in a while, how many are left, and the seconds until the count begins anew."""

    limit: int
    remaining: int
    seconds: int


class AddressThrottle(BaseThrottle):
    """Counts by the address of the connection: a header could be written by anybody."""

    def allow_request(self, request: HttpRequest) -> bool:
        limit, window = SimpleRateThrottle("1/m").parse_rate(settings.DUET_API_RATE)
        limit, window = int(limit or 0), int(window or 60)
        count, passed = counted_since(window, "api-" + network_mark(request, "search.api")[:32])
        left = Left(limit, max(limit - count, 0), max(math.ceil(window - passed), 1))
        setattr(request, _LEFT, left)
        return count <= limit


def left_of(request: HttpRequest) -> Left | None:
    """What is left for the address of this request; None where it was not counted."""
    return getattr(request, _LEFT, None)


def tell_what_is_left(request: HttpRequest, response: HttpResponse) -> None:
    """``RateLimit-*`` on every answer that was counted, ``Retry-After`` on a refusal."""
    if (left := left_of(request)) is None:
        return
    response["RateLimit-Limit"] = str(left.limit)
    response["RateLimit-Remaining"] = str(left.remaining)
    response["RateLimit-Reset"] = str(left.seconds)
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(left.seconds)
