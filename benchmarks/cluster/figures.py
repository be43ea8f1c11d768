"""Medians, best times and ratios of what was measured on a server."""

import statistics
from typing import Any


def summary(measured: dict[str, Any], state: str, name: str) -> dict[str, float]:
    """Median and best milliseconds of one contender in one state of the caches."""
    found = [line[state][name] for line in measured["queries"] if name in line[state]]
    return {
        "median": 1000 * statistics.median(statistics.median(one) for one in found),
        "best": 1000 * statistics.median(min(one) for one in found),
        "queries": len(found),
    }


def ratio(measured: dict[str, Any], state: str, slower: str, faster: str, pick: Any = min) -> float:
    """How many times slower the one is, in the median of the queries that both answer; by default their best times.

    The best of several rounds is what is left of a time when nobody else wants the processor.
    """
    pairs = [line[state] for line in measured["queries"] if slower in line[state] and faster in line[state]]
    return statistics.median(pick(one[slower]) / pick(one[faster]) for one in pairs)
