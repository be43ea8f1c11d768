"""One line of the log and one observation for each request."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase

from cms.observing import context, metrics
from cms.observing.queries import Queries
from cms.personal_links.masking import masked

logger = logging.getLogger("cms.access")


class AccessMiddleware:
    """Stands before everything that may answer, so that refusals are seen too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number = context.begin(request)  # ends with the request: the server logs a refusal after this has returned
        started, queries = time.perf_counter(), Queries(settings.DUET_SLOW_QUERY_MS)
        with connection.execute_wrapper(queries):
            response = self.get_response(request)
        took = time.perf_counter() - started
        response.headers[context.HEADER] = number
        _tell(request, response, took, queries)
        metrics.observe_request(request, response.status_code, took, queries)
        return response


def _tell(request: HttpRequest, response: HttpResponseBase, took: float, queries: Queries) -> None:
    path = masked(request.path)  # without the query, which may hold a name somebody looks for
    facts = {
        "method": request.method,
        "path": path,
        "status": response.status_code,
        "ms": round(took * 1000),
        "queries": queries.count,
        "query_ms": round(queries.seconds * 1000),
    }
    line = "%(method)s %(path)s %(status)d, %(ms)d ms, %(queries)d queries in %(query_ms)d ms"
    logger.info(line, facts, extra=facts)
