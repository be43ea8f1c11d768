"""Redis that may fail: the site goes on without a cache, and limits do not count until it answers again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

#: Seconds without another try after a failure: a page asks several times, and each would wait.
PAUSE = 5.0


def forgiving(name: str, instead: Callable[[tuple[Any, ...], dict[str, Any]], Any]) -> Any:
    """The method of ``RedisCache``; while Redis fails, ``instead`` of its arguments."""
    method = getattr(RedisCache, name)

    @wraps(method)
    def call(self: PatientRedisCache, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < self.not_before:
            return instead(args, kwargs)
        try:
            return method(self, *args, **kwargs)
        except RedisError as error:
            self.not_before = time.monotonic() + PAUSE
            logger.error("Redis does not answer: %s", type(error).__name__)
            return instead(args, kwargs)

    return call


def _default(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    return kwargs.get("default", args[1] if len(args) > 1 else None)


def _nothing_to_count(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    raise ValueError(f"Key {args[0]!r} not found")


class PatientRedisCache(RedisCache):
    """Django's cache in Redis without its errors."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self.not_before = 0.0

    get = forgiving("get", _default)
    add = forgiving("add", lambda args, kwargs: False)
    set = forgiving("set", lambda args, kwargs: None)
    touch = forgiving("touch", lambda args, kwargs: False)
    delete = forgiving("delete", lambda args, kwargs: False)
    has_key = forgiving("has_key", lambda args, kwargs: False)
    incr = forgiving("incr", _nothing_to_count)
    get_many = forgiving("get_many", lambda args, kwargs: {})
    set_many = forgiving("set_many", lambda args, kwargs: list(args[0]))
    delete_many = forgiving("delete_many", lambda args, kwargs: None)
    clear = forgiving("clear", lambda args, kwargs: False)
