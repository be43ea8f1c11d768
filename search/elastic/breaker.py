"""A circuit breaker: after a failure nobody waits for the cluster until somebody has found it well again."""

import threading
import time

from cms.observing.metrics import breaker_open

FIRST_PAUSE = 1.0  # seconds without a try after the first failure; doubled with each further one
LONGEST_PAUSE = 30.0


class Breaker:
    """Says whether it is worth asking; one caller alone tries after each pause."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pause = 0.0
        self._not_before = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the last try failed."""
        return self._pause > 0

    def allows(self) -> bool:
        """Whether this caller may ask now; the others wait for what it finds out."""
        if not self._pause:
            return True
        with self._lock:
            if time.monotonic() < self._not_before:
                return False
            self._not_before = time.monotonic() + self._pause
            return True

    def succeeded(self) -> None:
        """The cluster answered."""
        self._pause = 0.0
        breaker_open.set(0)

    def failed(self) -> None:
        """The cluster did not answer, or not well."""
        with self._lock:
            self._pause = min(LONGEST_PAUSE, max(FIRST_PAUSE, self._pause * 2))
            self._not_before = time.monotonic() + self._pause
        breaker_open.set(1)
