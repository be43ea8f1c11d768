"""How often something was asked for in a while, counted in the cache that all processes share."""

from __future__ import annotations

import time

from django.core.cache import cache


def counted_in(window: int, key: str) -> int:
    """Count one more under the key; how many there were since the first of them, at most ``window`` seconds ago."""
    return counted_since(window, key)[0]


def counted_since(window: int, key: str) -> tuple[int, float]:
    """Count one more; how many there were since the first of them, and how many seconds ago that was."""
    now = time.time()
    began: float = cache.get_or_set(f"{key}-began", now, window) or now
    if not 0 <= now - began < window:  # no such entry should be left; the clock may have been set
        began = now
        cache.set(f"{key}-began", now, window)
    return _count(window, f"{key}-{began:.6f}"), now - began


def count_of(window: int, key: str) -> int:
    """How many were counted under the key by now."""
    began: float = cache.get(f"{key}-began", 0.0)
    return int(cache.get(f"{key}-{began:.6f}", 0)) if 0 <= time.time() - began < window else 0


def _count(window: int, key: str) -> int:
    cache.add(key, 0, window)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return 1
