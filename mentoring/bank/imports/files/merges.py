"""Merged cells: a sheet keeps the value of the first one alone, while its author means all of them."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.bank.imports.files.scanning import Merge

#: Columns and rows of headings: merges across these levels tell which columns an upper heading has.
Spans = dict[int, tuple[tuple[int, int], ...]]


class MergedColumns:
    """Fills rows, taken in their order, with the values that merged cells bring down into them."""

    def __init__(self, merges: Iterable[Merge]) -> None:
        self._waiting = sorted((merge for merge in merges if merge.last > merge.first), reverse=True)
        self._open: dict[Merge, str] = {}

    def fill(self, number: int, cells: list[str]) -> list[str]:
        """Return the row with the values that reach down into it."""
        for merge in [merge for merge in self._open if merge.last < number]:
            del self._open[merge]
        for merge, value in self._open.items():
            if merge.left < len(cells) and not cells[merge.left]:
                cells[merge.left] = value
        while self._waiting and self._waiting[-1].first <= number:
            merge = self._waiting.pop()
            if merge.first == number and merge.left < len(cells):
                self._open[merge] = cells[merge.left]
        return cells


def spans(merges: Iterable[Merge]) -> Spans:
    """Merges across columns by every row that they stand in: columns from 0, both ends included."""
    found: dict[int, list[tuple[int, int]]] = {}
    for merge in merges:
        if merge.right > merge.left:
            # A heading reaches down a few rows; a merge of thousands is a picture's frame.
            for row in range(merge.first, min(merge.last, merge.first + 5) + 1):
                found.setdefault(row, []).append((merge.left, merge.right))
    return {row: tuple(sorted(columns)) for row, columns in found.items()}
