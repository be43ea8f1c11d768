"""Do all contenders say the same? A bench of wrong answers measures nothing."""

from collections.abc import Sequence

from benchmarks.contenders.answer import Answer, Contender
from benchmarks.queries import Asked


def disagreements(contenders: Sequence[Contender], queries: Sequence[Asked]) -> list[str]:
    """In words, each answer that differs from the first contender's although it has to be the same."""
    found = []
    judge, *others = contenders
    for asked in queries:
        right = judge.answer(asked)
        for other in others:
            if other.can(asked) and other.agrees(asked):
                differences = _differences(right, other.answer(asked))
                found += [f"{other.name}: {asked.group} {asked.query}: {what}" for what in differences]
    return found


def _differences(right: Answer, other: Answer) -> list[str]:
    found = []
    if right.total != other.total:
        found.append(f"total {other.total}, not {right.total}")
    if right.hits != other.hits:
        found.append(f"hits {other.hits[:5]}…, not {right.hits[:5]}…")
    for facet, counts in right.nonzero.items():
        if counts != other.nonzero.get(facet):
            found.append(f"counts of {facet}")
    return found
