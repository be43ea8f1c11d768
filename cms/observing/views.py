"""`/metrics/` for Prometheus, for those whose address is named in `METRICS_ADDRESSES`."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from cms.observing.gauges import Gauges
from cms.observing.metrics import counted


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """All figures; for anybody else there is no such page."""
    if not may_ask(request.META.get("REMOTE_ADDR", "")):
        raise Http404
    asked = CollectorRegistry()
    asked.register(Gauges())
    return HttpResponse(generate_latest(counted()) + generate_latest(asked), content_type=CONTENT_TYPE_LATEST)


def may_ask(address: str) -> bool:
    """Whether the address is in one of the named networks."""
    try:
        asking = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(asking in ipaddress.ip_network(network, strict=False) for network in settings.DUET_METRICS_ADDRESSES)


urlpatterns = [path("metrics/", metrics, name="metrics")]
