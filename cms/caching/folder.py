"""The cache in a folder beside the file of SQLite."""

from __future__ import annotations

import itertools
import pickle
import time
from pathlib import Path
from typing import Any

from django.core.cache.backends.filebased import FileBasedCache

#: Writes of a process between two looks whether the folder is full: to list a full one takes 15 milliseconds.
SELDOM = 100


class FolderCache(FileBasedCache):
    """Django's own, which lists the folder at every write, and lets a count begin a new term with every increment."""

    _writes = itertools.count()

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count on; the count ends when it was to end. Raises ``ValueError`` where there is none."""
        value = self.get(key, version=version)
        if value is None:
            raise ValueError(f"Key {key!r} not found")
        self.set(key, value + delta, self._seconds_left(key, version), version)
        return int(value + delta)

    def _seconds_left(self, key: Any, version: int | None) -> float | None:
        try:
            name: str = self._key_to_file(key, version)  # type: ignore[attr-defined]
            with Path(name).open("rb") as file:
                ends = pickle.load(file)
        except FileNotFoundError:  # it ran out just now
            return 0
        return None if ends is None else ends - time.time()

    def _cull(self) -> None:
        if next(self._writes) % SELDOM == 0:
            super()._cull()  # type: ignore[misc]
