"""The figures to reach, and what was measured beside each."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Measured = Mapping[str, Any]  # what `benchmarks.one_size` prints
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its words, the bound («≤ 2 ×»), what was measured, whether that keeps the bound."""

    words: str
    bound: str
    measured: str
    reached: bool


def medians(measured: Measured, name: str) -> list[float | None]:
    """The median seconds of each query; None where this contender does not answer it."""
    return [
        statistics.median(query["seconds"][name]) if name in query["seconds"] else None for query in measured["queries"]
    ]


def ratios(measured: Measured, slower: str, faster: str = "embedded") -> list[float]:
    """How many times slower the one is than the other, for each query that both answer."""
    pairs = zip(medians(measured, slower), medians(measured, faster), strict=True)
    return sorted(one / other for one, other in pairs if one is not None and other is not None)


def figures(measured: Measured) -> list[Figure]:
    """All figures that stand for this size."""
    return list(_figures(measured, measured["size"]))


def _figures(measured: Measured, size: int) -> Iterator[Figure]:
    small = size < 50_000
    against_memory = statistics.median(ratios(measured, "embedded", "memory"))
    yield _at_most("embedded against bitmaps in memory, median", against_memory, 2.0 if small else 1.5)
    for name, bounds in (("Wagtail", (30, 250)), ("django-filter", (50, 250))):
        found = ratios(measured, name)
        bound = bounds[0] if small else bounds[1]
        yield _at_least(f"{name} against embedded, least gain of any query", found[0], bound)
        yield _at_least(f"{name} against embedded, median", statistics.median(found), bound)
    if size >= 500_000:
        yield _most("embedded, 95 % of all answers", percentile(_all(measured, "embedded"), 95) * 1000, 5.0, "ms")
    yield _at_least("whole page: ORM rows and stock templates against ours, median", measured["pages"]["ratio"], 5)
    if size >= 50_000:
        added = measured["memory"]["snapshot"] / MEBIBYTE
        yield _most("memory that the index adds to a process", added, 40.0 if size >= 500_000 else 10.0, "MB")


def _all(measured: Measured, name: str) -> list[float]:
    return [seconds for query in measured["queries"] for seconds in query["seconds"].get(name, ())]


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which so many of a hundred stand."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _at_most(words: str, found: float, bound: float) -> Figure:
    return Figure(words, f"≤ {bound:g} ×", f"{found:.2f} ×", found <= bound)


def _at_least(words: str, found: float, bound: float) -> Figure:
    return Figure(words, f"≥ {bound:g} ×", f"{found:.0f} ×" if found >= 10 else f"{found:.1f} ×", found >= bound)


def _most(words: str, found: float, bound: float, unit: str) -> Figure:
    return Figure(words, f"≤ {bound:g} {unit}", f"{found:.1f} {unit}", found <= bound)
