"""«Что действовало на дату»: the line of acts that replaced each other, each in its wordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cms.acts.graph import ActGraph, Edge


@dataclass(frozen=True, slots=True)
class Edition:
    """An act in one of its wordings: from ``starts`` up to, without, ``ends``; ``by`` is what brought it about."""

    act: int
    number: int
    starts: date
    ends: date | None
    by: Edge | None = None

    def covers(self, on: date) -> bool:
        """Whether this wording was in force on the day."""
        return self.starts <= on and (self.ends is None or on < self.ends)


def line_of(act: int, graph: ActGraph) -> frozenset[int]:
    """The act with all that it replaced and all that replaced it."""
    seen, waiting = set(), [act]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        waiting += [edge.target for edge in graph.onward.get(here, ()) if edge.ends and edge.target is not None]
        waiting += [edge.source for edge in graph.back.get(here, ()) if edge.ends]
    return frozenset(seen)


def editions(
    begins: Mapping[int, date | None], graph: ActGraph, ends: Mapping[int, date | None] | None = None
) -> list[Edition]:
    """The wordings of these acts (id → first day, last day of their period) in the order of time.

    An act without a date has none.
    """
    over = {act: last + timedelta(days=1) for act, last in (ends or {}).items() if last is not None}
    found = [
        edition for act, start in begins.items() if start for edition in _editions(act, start, graph, over.get(act))
    ]
    return sorted(found, key=lambda edition: (edition.starts, edition.act, edition.number))


def _editions(act: int, start: date, graph: ActGraph, over: date | None) -> Iterator[Edition]:
    ending = graph.ended_by(act)
    last = min((day for day in (ending.since if ending else None, over) if day is not None), default=None)
    if last is not None and last <= start:
        return
    steps: list[tuple[date, Edge | None]] = [(start, None)]
    for change in graph.changed_by(act):
        if change.since and change.since > steps[-1][0] and (last is None or change.since < last):
            steps.append((change.since, change))
    for number, (day, edge) in enumerate(steps, 1):
        following = steps[number][0] if number < len(steps) else last
        yield Edition(act, number, day, following, edge)
