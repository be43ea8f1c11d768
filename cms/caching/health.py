"""Tells whether the cache keeps what it is given."""

from __future__ import annotations

import secrets

from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.health.registry import Finding, degraded, good, health_check


@health_check("cache", label=gettext_lazy("кеш"))
def cache_keeps() -> Finding:
    """A value comes back; without a cache the site is slower, and limits do not count."""
    key = f"health-{secrets.token_hex(4)}"
    cache.set(key, key, 30)
    if cache.get(key) != key:
        return degraded(_("не отвечает: сайт работает медленнее, ограничения частоты запросов не считаются"))
    cache.delete(key)
    return good(_("отвечает"))
