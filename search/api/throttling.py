"""No address asks more often than a polite program would; the count lives in Django's cache."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle

from cms.security.visitors import network_mark


class AddressThrottle(SimpleRateThrottle):
    """Counts by the address of the connection: a header could be written by anybody."""

    def __init__(self) -> None:
        # At the import of the addresses: the check that names a missing setting has to be reached.
        super().__init__(getattr(settings, "DUET_API_RATE", "1/m"))

    def get_cache_key(self, request: HttpRequest) -> str:
        return "api-" + network_mark(request, "search.api")[:32]
