"""Counts the queries of a request and their time, and names slow ones without their values."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

logger = logging.getLogger(__name__)

SHOWN = 400  # characters of a slow query


class Queries:
    """A wrapper for ``connection.execute_wrapper``."""

    def __init__(self, slow_ms: int) -> None:
        self.count, self.seconds = 0, 0.0
        self._slow = slow_ms / 1000

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = time.perf_counter() - started
            self.count += 1
            self.seconds += took
            if took >= self._slow:
                # Values stand in the parameters, which are personal data more often than not.
                logger.warning(
                    "slow query, %d ms: %s", took * 1000, sql[:SHOWN], extra={"query_ms": round(took * 1000)}
                )
