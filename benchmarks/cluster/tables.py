"""What was measured on search servers, as Markdown."""

import os
import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.cluster.figures import ratio, summary

PRODUCTS = {"elasticsearch": "Elasticsearch", "opensearch": "OpenSearch"}


def servers_report(sizes: Sequence[Mapping[str, Any]]) -> str:
    """A section for each server that took part, at each size; empty where none did."""
    lines: list[str] = []
    for measured in sizes:
        for product, found in measured.get("clusters", {}).items():
            lines += [f"### {PRODUCTS[product]}, {measured['size']:,} mentors", ""]
            lines += [*_figures(measured["size"], found), "", *_times(found), ""]
            lines += [*(f"- {line}" for line in _rest(measured, found)), ""]
    return "\n".join(lines)


def _figures(size: int, found: dict[str, Any]) -> list[str]:
    gain = 9 if size < 50_000 else 8 if size < 500_000 else 5
    own, cold = (ratio(found, state, "engine", "raw") for state in ("cached", "cold"))
    rows = [
        ("engine against its bodies sent raw, cold", "≤ 1.15 ×", cold, cold <= 1.15),
        ("engine against its bodies sent raw, cached", "≤ 1.15 ×", own, own <= 1.15),
    ]
    if any("Wagtail" in line["cold"] for line in found["queries"]):
        wagtail = ratio(found, "cold", "Wagtail", "engine")
        rows.append(("Wagtail's backend against the engine, cold", f"≥ {gain} ×", wagtail, wagtail >= gain))
    verdicts = {True: "reached", False: "**not reached**"}
    return [
        "| figure | to reach | measured |  |",
        "| --- | --- | --- | --- |",
        *(f"| {words} | {bound} | {value:.2f} × | {verdicts[reached]} |" for words, bound, value, reached in rows),
    ]


def _times(found: dict[str, Any]) -> list[str]:
    rows = [
        "| contender | queries | cold, ms: best, median | cached, ms: best, median | own CPU, ms |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name in (one for one in ("engine", "raw", "Wagtail") if any(one in line["cpu"] for line in found["queries"])):
        cold, cached = summary(found, "cold", name), summary(found, "cached", name)
        cpu = 1000 * statistics.median(min(line["cpu"][name]) for line in found["queries"] if name in line["cpu"])
        times = (f"{one['best']:.1f}, {one['median']:.1f}" for one in (cold, cached))
        rows.append(f"| {name} | {cold['queries']:.0f} | {' | '.join(times)} | {cpu:.1f} |")
    return rows


def _rest(measured: Mapping[str, Any], found: dict[str, Any]) -> Iterator[str]:
    documents = measured["documents"]
    yield f"Index: {found['size'] / documents:,.0f} bytes a document; sent and swapped in {found['build']:.1f} s."
    yield f"Wagtail's index of the flat tables: {found['wagtail_build']:.1f} s."
    load = measured.get("load")
    if load is not None:
        yield f"Load of the machine while measuring: {load:.1f} runnable tasks on {os.cpu_count()} cores."
