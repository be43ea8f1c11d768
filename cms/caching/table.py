"""The cache in a table of PostgreSQL, which `migrate` makes."""

from __future__ import annotations

import base64
import logging
import pickle
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import DatabaseError, connection

logger = logging.getLogger(__name__)


class TableCache(DatabaseCache):
    """Django's own; a table that is not there yet, while a new version is being installed, is an empty one."""

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        try:
            return super().get_many(list(keys), version)
        except DatabaseError:
            if connection.in_atomic_block:
                raise
            logger.warning("The table of the cache cannot be read")
            return {}

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count on; the count ends when it was to end (Django's own begins a new term with every increment)."""
        value = self.get(key, version=version)
        if value is None:
            raise ValueError(f"Key {key!r} not found")
        kept = base64.b64encode(pickle.dumps(value + delta, self.pickle_protocol)).decode()
        quote, table = connection.ops.quote_name, self._table  # type: ignore[attr-defined]
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {quote(table)} SET {quote('value')} = %s WHERE {quote('cache_key')} = %s",
                [kept, self.make_and_validate_key(key, version=version)],
            )
        return int(value + delta)


def make_table(**kwargs: Any) -> None:
    """After migrations: the table stands."""
    if settings.CACHES["default"]["BACKEND"].endswith("TableCache"):
        call_command("createcachetable", verbosity=0)
