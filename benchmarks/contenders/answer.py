"""What every contender gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from benchmarks.queries import Asked


@dataclass(frozen=True, slots=True)
class Answer:
    """Keys of the mentors of the page in order, and the mentors of each code without the filter of its own facet."""

    total: int
    hits: tuple[int, ...]
    facets: Mapping[str, Mapping[str, int]]

    @property
    def nonzero(self) -> dict[str, dict[str, int]]:
        """The counts without the codes that nobody has: contenders differ in whether they name them."""
        return {facet: {code: n for code, n in codes.items() if n} for facet, codes in self.facets.items()}


class Contender(Protocol):
    """Answers queries. `words` describes it in the table; one that `may_be_slow` is watched and stopped."""

    name: str
    may_be_slow: bool
    words: str

    def can(self, asked: Asked) -> bool:
        """Whether it can answer this query at all."""

    def agrees(self, asked: Asked) -> bool:
        """Whether its answer has to equal that of the embedded engine."""

    def answer(self, asked: Asked) -> Answer:
        """Total, page and counts."""
