"""Figures of the search for Prometheus."""

from __future__ import annotations

from cms.observing.gauges import Samples, age, gauge
from cms.observing.metrics import search_reserve, search_seconds, search_stale
from search.freshness import aside, notes
from search.interface.result import Result

MOST = 100_000  # notes are counted up to here


def observed(kind: str, engine: str, result: Result) -> Result:
    """The answer, once it was counted."""
    search_seconds.labels(kind, "reserve" if result.from_reserve else engine).observe(result.took)
    if result.stale:
        search_stale.labels(kind).inc()
    if result.from_reserve:
        search_reserve.labels(kind).inc()
    return result


@gauge("duet_search_notes", "Changes that are not in the index yet.")
def waiting() -> Samples:
    """Up to 100,000."""
    yield (), notes.count(MOST)


@gauge("duet_search_notes_seconds", "How long the change waits that was noted first.")
def oldest() -> Samples:
    """0 where none waits."""
    yield (), age(notes.oldest())


@gauge("duet_search_set_aside", "Objects that cannot be indexed.")
def unindexed() -> Samples:
    """They are tried again, and named by `search_status`."""
    yield (), aside.count()
