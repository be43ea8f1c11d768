"""The table of a rush, in docs/reliability.md."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.endurance.clients import Tally
from benchmarks.figures import percentile

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "reliability.md"


def table(tally: Tally, options: argparse.Namespace, *, locked: int, lost: list[str]) -> str:
    """What people met, a row a kind of request; milliseconds as a browser beside the server waits."""
    asked = sum(map(len, tally.seconds.values()))
    lines = [
        f"{options.mentors:,} mentors, {options.readers} readers, {options.editors} editors, {options.minutes:g} min: "
        f"{asked:,} requests, {len(tally.failures)} failed, «database is locked» {locked} times, "
        f"{len(tally.saved)} saves, {len(lost)} of them not found afterwards.",
        "",
        "| request | times | median, ms | 95 %, ms | longest, ms |",
        "| --- | --- | --- | --- | --- |",
    ]
    for kind, seconds in sorted(tally.seconds.items()):
        figures = (f"{1000 * percentile(seconds, part):.0f}" for part in (50, 95, 100))
        lines.append(f"| {kind} | {len(seconds):,} | {' | '.join(figures)} |")
    return "\n".join(lines)


def keep(part: str, text: str) -> None:
    """Put the table between the marks of its database."""
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(f"<!-- {part} -->")
    _, end, after = rest.partition(f"<!-- /{part} -->")
    PAGE.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")
