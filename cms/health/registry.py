"""The table of health checks: each room adds its own, and says what it found in words without secrets."""

from __future__ import annotations

import enum
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


class Health(enum.IntEnum):
    """How well a part is; a degraded one works, but somebody should look."""

    GOOD = 0
    DEGRADED = 1
    BROKEN = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    health: Health
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A checked part of the site."""

    code: str
    label: Any
    check: Callable[[], Finding]

    def find(self) -> Finding:
        """The finding; a check that breaks down finds its part broken, the details stay in the log."""
        try:
            return self.check()
        except Exception:
            logger.exception("the health check %s broke down", self.code)
            return broken(_("не отвечает"))


class Parts:
    """Every checked part, in the order in which they were added."""

    def __init__(self) -> None:
        self._parts: dict[str, Part] = {}

    def add(self, part: Part) -> None:
        self._parts[part.code] = part

    def discard(self, code: str) -> None:
        self._parts.pop(code, None)

    def __iter__(self) -> Iterator[Part]:
        return iter(list(self._parts.values()))


parts = Parts()


def health_check(code: str, *, label: Any) -> Callable[[Callable[[], Finding]], Callable[[], Finding]]:
    """Add a check; the module has to be imported at start-up (``AppConfig.ready``)."""

    def declare(function: Callable[[], Finding]) -> Callable[[], Finding]:
        parts.add(Part(code, label, function))
        return function

    return declare


def good(words: str) -> Finding:
    """All is well."""
    return Finding(Health.GOOD, words)


def degraded(words: str) -> Finding:
    """It works, but somebody should look."""
    return Finding(Health.DEGRADED, words)


def broken(words: str) -> Finding:
    """It does not work."""
    return Finding(Health.BROKEN, words)
