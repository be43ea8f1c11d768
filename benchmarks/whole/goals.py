"""Lines of the table: what was measured beside what is to be reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure; ``ratio`` is that to the stock page in the same run."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    ratio: float | None = None

    def row(self) -> str:
        measured = f"{self.value:.0f}" if self.value >= 100 or self.unit in {"queries", "MB"} else f"{self.value:.1f}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        goal = "" if self.goal is None else f"≤ {self.goal:g}"
        reached = "" if self.goal is None else "reached" if self.value <= self.goal else "**not reached**"
        return f"| {self.name} | {measured} {self.unit} | {ratio} | {goal} | {reached} |"


def table(lines: Sequence[Line]) -> str:
    """A table of Markdown."""
    head = "| what | measured | to the stock page | goal |  |\n| --- | --- | --- | --- | --- |"
    return "\n".join([head, *(line.row() for line in lines)])
