"""Which cache: Redis where `CACHE_URL` names one, else what the database at hand allows without a service."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TABLE = "duet_cache"
MOST = 10_000  # entries of a cache without a server


def cache_settings(cache_url: str, engine: str, var: Path) -> dict[str, Any]:
    """The value of ``CACHES["default"]``.

    PostgreSQL: a table, which all machines see. SQLite: a folder beside it, for a reader who counts in the database
    would wait for its only writer.
    """
    if cache_url:
        return {
            "BACKEND": "cms.caching.redis.PatientRedisCache",
            "LOCATION": cache_url,
            "KEY_PREFIX": "duet",
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    if engine.endswith("postgresql"):
        return {
            "BACKEND": "cms.caching.table.TableCache",
            "LOCATION": TABLE,
            "OPTIONS": {"MAX_ENTRIES": MOST},
        }
    return {
        "BACKEND": "cms.caching.folder.FolderCache",
        "LOCATION": str(var / "cache"),
        "OPTIONS": {"MAX_ENTRIES": MOST},
    }
