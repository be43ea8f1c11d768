"""Couriers carry what waits in an outbox to another server, all the time: mails, changes for a search cluster.

    @courier(label=_("Письма"))
    def deliver_mails() -> bool: ...       # True: there may be more, come again at once

Any number of processes may run the same courier at once: what it carries is taken by leases or versions of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Carry = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Courier:
    """A function that is called again and again, and the pause in seconds when nothing waits."""

    name: str
    label: Any
    carry: Carry
    pause: float


class Couriers:
    """Every declared courier."""

    def __init__(self) -> None:
        self._couriers: dict[str, Courier] = {}

    def add(self, courier: Courier) -> None:
        self._couriers[courier.name] = courier

    def __iter__(self) -> Iterator[Courier]:
        return iter(list(self._couriers.values()))


couriers = Couriers()


def courier(*, label: Any, pause: float = 2.0) -> Callable[[Carry], Carry]:
    """Declare a courier; the module has to be imported at start-up (``AppConfig.ready``)."""

    def declare(function: Carry) -> Carry:
        couriers.add(Courier(f"{function.__module__}.{function.__qualname__}", label, function, pause))
        return function

    return declare
