"""A thread that does one thing again and again: at once while there is more, slower and slower while it fails."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections, connections

from cms.work.waking import sleeper

logger = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0  # seconds after repeated failures


class Loop(threading.Thread):
    """Calls ``step`` until stopped; ``step`` says whether there may be more to do at once."""

    def __init__(self, name: str, step: Callable[[], bool], pause: float) -> None:
        super().__init__(name=name, daemon=True)
        self._step, self._pause = step, pause
        self._stopping = threading.Event()
        self._sleeper = sleeper()
        self._failures = 0

    def run(self) -> None:
        try:
            while not self._stopping.is_set():
                if not self._once():
                    self._sleeper.wait(min(LONGEST_PAUSE, self._pause * 2 ** min(self._failures, 10)))
                self._sleeper.clear()
        finally:
            connections.close_all()

    def stop(self) -> None:
        """End after the step that is being done; does not wait for it."""
        self._stopping.set()
        self._sleeper.set()

    def _once(self) -> bool:
        close_old_connections()
        try:
            more = self._step()
        except Exception:
            self._failures += 1
            # The first failure is told in full; the next ones are errors too, in a line.
            logger.error("%s failed, %d in a row", self.name, self._failures, exc_info=self._failures == 1)
            return False
        if self._failures:
            logger.warning("%s works again after %d failures", self.name, self._failures)
        self._failures = 0
        return more
