"""The words of facets, kept in the process and read again when they may have changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any, Generic, TypeVar

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from cms.freshness.making import is_remembering
from cms.freshness.memory import once_a_version

#: Seconds after which the words are read again, for changes made by another process or past the signals.
MAX_AGE = 15.0

V = TypeVar("V")


class VocabularyCache(Generic[V]):
    """The vocabulary of this process: at most MAX_AGE seconds old, and new at once after a change made here."""

    def __init__(self, read: Callable[[], V]) -> None:
        self._read = read
        self._lock = Lock()
        self._vocabulary: V | None = None
        self._read_at = 0.0

    def current(self) -> V:
        """The words now; most calls cost no query."""
        if is_remembering():
            return once_a_version(self, self._read)
        vocabulary = self._vocabulary
        if vocabulary is None or time.monotonic() - self._read_at > MAX_AGE:
            with self._lock:
                self._read_at = time.monotonic()
                vocabulary = self._vocabulary = self._read()
        return vocabulary

    def forget(self, **_signal: Any) -> None:
        """Read everything again before the next answer."""
        self._vocabulary = None

    def forget_on_change(self, models: Iterable[type[Model]]) -> None:
        """Listen to the models whose words stand here."""
        for model in models:
            post_save.connect(self.forget, sender=model)
            post_delete.connect(self.forget, sender=model)
