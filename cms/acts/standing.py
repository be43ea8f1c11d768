"""How acts stand that other things name: the rule and the words are those of the act's own page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cms.acts.enums import ActState
from cms.acts.graph import ActGraph
from cms.acts.words import state_words_of
from cms.wording import within

if TYPE_CHECKING:
    from cms.acts.models import ActPage


@dataclass(frozen=True, slots=True)
class Standing:
    """A public act with its state on a day and the sentence of its page, «Срок действия истёк 31 августа 2024»."""

    act: ActPage
    state: ActState
    words: str

    @property
    def note(self) -> str:
        """What stands beside a link to the act: nothing while one may rely on it."""
        return "" if self.state.is_in_force else within(self.words)


def standings(ids: Collection[int], on: date) -> dict[int, Standing]:
    """How those of the acts stand that visitors may read; two queries, none without ids."""
    from cms.acts.models import ActPage

    if not ids:
        return {}
    graph = ActGraph.load()
    return {pk: standing(act, graph, on) for pk, act in ActPage.objects.public_now().in_bulk(list(ids)).items()}


def standing(act: ActPage, graph: ActGraph, on: date) -> Standing:
    """How one act stands."""
    return Standing(act, graph.state(act.pk, act.begins, on, act.ends), state_words_of(act, graph, on))
