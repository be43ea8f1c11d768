"""What was measured, as Markdown: ratios first, absolute times second."""

import statistics
from collections.abc import Iterator, Sequence

from benchmarks.figures import MEBIBYTE, Measured, figures, medians, percentile

NAMES = ("embedded", "embedded, first time", "memory", "Wagtail", "django-filter")


def report(sizes: Sequence[Measured]) -> str:
    """Everything about all sizes."""
    lines: list[str] = []
    for measured in (one for one in sizes if "queries" in one):
        lines += [f"## {measured['size']:,} mentors, {measured['documents']:,} of them public", ""]
        lines += [*_figures(measured), "", *_ratios(measured), "", *_times(measured), "", *_rest(measured), ""]
    return "\n".join(lines)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


def _figures(measured: Measured) -> list[str]:
    verdicts = {True: "reached", False: "**not reached**"}
    rows = [[one.words, one.bound, one.measured, verdicts[one.reached]] for one in figures(measured)]
    return _table(["figure", "to reach", "measured", ""], rows)


def _groups(measured: Measured) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for place, query in enumerate(measured["queries"]):
        groups.setdefault(query["group"], []).append(place)
    return groups


def _ratios(measured: Measured) -> list[str]:
    own = medians(measured, "embedded")
    rows = []
    for group, places in _groups(measured).items():
        cells = [f"{group} ({len(places)})"]
        for name in NAMES[1:]:
            found = medians(measured, name)
            gains = [one / mine for place in places if (one := found[place]) and (mine := own[place])]
            stopped = any(name in measured["queries"][place]["stopped"] for place in places)
            cells.append(f"{'> ' if stopped else ''}{_times_words(statistics.median(gains))}" if gains else "–")
        rows.append(cells)
    return ["Times of the others as multiples of the embedded engine's (median of the queries):", "",
            *_table(["queries", *NAMES[1:]], rows)]  # fmt: skip


def _times_words(ratio: float) -> str:
    return f"{ratio:,.0f} ×" if ratio >= 10 else f"{ratio:.2f} ×"


def _times(measured: Measured) -> list[str]:
    rows = []
    for name in NAMES:
        found = [one for one in medians(measured, name) if one is not None]
        every = [seconds for query in measured["queries"] for seconds in query["seconds"].get(name, ())]
        rate = 1 / statistics.median(found)
        rows.append([name, str(len(found)), _ms(statistics.median(found)), _ms(percentile(every, 95)), f"{rate:,.0f}"])
    return _table(["contender", "queries", "median ms", "p95 ms", "queries a second"], rows)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.2f}" if seconds < 0.1 else f"{seconds * 1000:,.0f}"


def _rest(measured: Measured) -> list[str]:
    return [f"- {line}" for line in _rest_lines(measured)]


def _rest_lines(measured: Measured) -> Iterator[str]:
    pages = measured["pages"]
    memory = {part: f"{size / MEBIBYTE:.1f} MB" for part, size in measured["memory"].items()}
    yield (
        f"Whole page: ours {_ms(pages['ours'])} ms ({pages['ours_size'] / 1024:.0f} KB), ORM rows and stock templates "
        f"{_ms(pages['stock'])} ms ({pages['stock_size'] / 1024:.0f} KB); {pages['ratio']:.1f} × in the median, "
        f"{pages['least']:.1f} × at least."
    )
    yield (
        f"Memory of a process: the snapshot {memory['snapshot']}, with what 32 queries leave {memory['answered']}; "
        f"the dictionary of word forms {memory['dictionary']}."
    )
    rate = measured["documents"] / measured["rebuild"]
    yield f"Index built anew: {measured['rebuild']:.1f} s, {rate:,.0f} documents a second."
    yield f"One mentor rewritten, document and index: {_ms(measured['rewrite'])} ms."
    agreed = "all contenders gave the same totals, hits and counts"
    yield f"Agreement: {agreed if not measured['disagreements'] else '; '.join(measured['disagreements'][:5])}."
