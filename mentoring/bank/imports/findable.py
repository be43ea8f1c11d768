"""How many entries of the bank wait to be found: the search, which stands above the bank, says it here."""

from __future__ import annotations

from collections.abc import Callable

Count = Callable[[], int]
_counts: list[Count] = []


def register_backlog(count: Count) -> None:
    """Have the pages of an import tell how many entries the search has not taken in yet."""
    if count not in _counts:
        _counts.append(count)


def backlog() -> int:
    """How many entries wait."""
    return sum(count() for count in _counts)
