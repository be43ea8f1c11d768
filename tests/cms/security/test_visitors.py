"""Behind the proxy each visitor has limits of their own, and nobody invents an address."""

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from cms.security.visitors import VisitorAddressMiddleware


def address(rf, **meta: str) -> str:
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", **meta)
    VisitorAddressMiddleware(lambda request: HttpResponse())(request)
    return request.META["REMOTE_ADDR"]


@pytest.mark.parametrize(
    ("forwarded", "visitor"),
    [("203.0.113.7", "203.0.113.7"), ("198.51.100.1, 203.0.113.7", "203.0.113.7"), ("", "10.0.0.1")],
)
def test_the_entry_of_our_own_proxy_counts(rf, settings, forwarded, visitor):
    settings.DUET_BEHIND_PROXY = True

    assert address(rf, HTTP_X_FORWARDED_FOR=forwarded) == visitor


def test_without_a_proxy_the_header_is_anybodys_invention(rf, settings):
    settings.DUET_BEHIND_PROXY = False

    with pytest.raises(MiddlewareNotUsed):
        VisitorAddressMiddleware(lambda request: HttpResponse())
