"""What other rooms add to the invented region: pages, acts, interviews, practices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DemoPart:
    """A part of the demo region; parts are loaded by ``order``, in the transaction of the region itself."""

    name: str
    order: int
    load: Callable[[date, Say], None]


_parts: dict[str, DemoPart] = {}


def register_demo_part(part: DemoPart) -> None:
    """Let ``load_demo`` load this part too; call it from ``AppConfig.ready``. A name registers once."""
    _parts[part.name] = part


def load_parts(today: date, say: Say) -> None:
    """Load every registered part as of ``today``."""
    for part in sorted(_parts.values(), key=lambda part: part.order):
        part.load(today, say)
