"""The figures that a process counts, for Prometheus; several processes of one server add theirs up."""

from __future__ import annotations

import os

from django.http import HttpRequest
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, multiprocess

from cms.observing.queries import Queries

registry = CollectorRegistry()
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
CHANGES = frozenset({"POST", "PUT", "PATCH", "DELETE"})

requests = Counter("duet_requests", "Answered requests.", ["method", "view", "status"], registry=registry)
request_seconds = Histogram("duet_request_seconds", "Time of an answer.", ["view"], buckets=SECONDS, registry=registry)
request_queries = Histogram(
    "duet_request_queries", "Queries of an answer.", buckets=(1, 5, 10, 20, 50, 100, 200, 500), registry=registry
)
save_seconds = Histogram(
    "duet_save_seconds", "Time of a save: a form sent and taken.", buckets=SECONDS, registry=registry
)
search_seconds = Histogram(
    "duet_search_seconds", "Time of a search.", ["kind", "engine"], buckets=SECONDS, registry=registry
)
search_stale = Counter("duet_search_stale", "Answers that did not know all changes yet.", ["kind"], registry=registry)
search_reserve = Counter(
    "duet_search_reserve", "Answers of the database in the place of the cluster.", ["kind"], registry=registry
)
breaker_open = Gauge(
    "duet_search_breaker_open",
    "1 while nobody waits for a cluster that failed.",
    multiprocess_mode="livemax",
    registry=registry,
)


def observe_request(request: HttpRequest, status: int, took: float, queries: Queries) -> None:
    """Count a request under the name of its view: addresses would be as many as pages."""
    match = request.resolver_match
    view = (match.view_name or match.route) if match else "none"
    method = request.method if request.method in {"GET", "HEAD", "OPTIONS", *CHANGES} else "other"
    requests.labels(method, view, status).inc()
    request_seconds.labels(view).observe(took)
    request_queries.observe(queries.count)
    if method in CHANGES and status < 400:
        save_seconds.observe(took)


def counted() -> CollectorRegistry:
    """What all processes of this server counted."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return registry
    together = CollectorRegistry()
    multiprocess.MultiProcessCollector(together)
    return together
