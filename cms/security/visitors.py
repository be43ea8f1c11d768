"""Who visits: behind a proxy every request seems to be the proxy's, and one visitor's limit would be everybody's."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

#: Bits of an IPv6 address that belong to one subscriber, who may change the others at will.
ONE_SUBSCRIBER = 64


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


def address_of(request: HttpRequest) -> IPv4Address | IPv6Address | None:
    """The visitor's address, an IPv4 one also where it comes dressed as IPv6; None where there is none to read."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", "").partition("%")[0])
    except ValueError:
        return None
    return (getattr(address, "ipv4_mapped", None) if isinstance(address, IPv6Address) else None) or address


def subscriber_of(request: HttpRequest) -> str | None:
    """What one visitor is counted by: the IPv4 address, or the first address of the IPv6 /64; None where unknown."""
    address = address_of(request)
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, ONE_SUBSCRIBER), strict=False).network_address)
    return str(address) if address is not None else None


def network_mark(request: HttpRequest, purpose: str) -> str:
    """A keyed hash of what the visitor is counted by, 64 signs, another one for each purpose: enough to count by.

    The address itself is personal data and is not kept.
    """
    return salted_hmac(purpose, subscriber_of(request) or request.META.get("REMOTE_ADDR", "")).hexdigest()
