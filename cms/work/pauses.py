"""How long to wait before trying again what failed: the pauses grow, so that a broken server is not asked in vain."""

from __future__ import annotations

from datetime import timedelta

#: After the first failure, the second, … ; in all about three days.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
    timedelta(hours=24),
)


def pause_after(tries: int) -> timedelta | None:
    """The pause after this many failed tries; None where a person has to look."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None
