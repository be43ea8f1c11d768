"""How often something was asked for in a while, counted in the cache that all processes share."""

from __future__ import annotations

from django.core.cache import cache


def counted_in(window: int, key: str) -> int:
    """Count one more under the key; how many there were since the first of them, at most ``window`` seconds ago."""
    cache.add(key, 0, window)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return 1
