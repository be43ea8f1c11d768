"""The engine of the product, asked as the search page asks it."""

from benchmarks.contenders.answer import Answer
from benchmarks.queries import Asked
from search.embedded.engine import EmbeddedEngine
from search.mentors.schema import KIND


class Embedded:
    """The embedded engine with what it keeps from query to query."""

    name = "embedded"
    words = "the engine of the product: posting lists in SQLite, freshness asked for with every query"
    may_be_slow = False

    def __init__(self) -> None:
        self._engine = EmbeddedEngine()

    def can(self, asked: Asked) -> bool:
        return True

    def agrees(self, asked: Asked) -> bool:
        return True

    def answer(self, asked: Asked) -> Answer:
        result = self._engine.search(KIND, asked.query)
        return Answer(result.total, tuple(hit.id for hit in result.hits), result.facets)


class EmbeddedCold(Embedded):
    """The same, but each query finds no word, no card and no order that an earlier one has read."""

    name = "embedded, first time"
    words = "the same, with every text, card and order read from SQLite again"

    def answer(self, asked: Asked) -> Answer:
        for state in self._engine._snapshots._shared.values():
            state.texts.clear()
            state.cards.clear()
            state.orders.clear()
        return super().answer(asked)
