"""The acts that a programme rests on, with what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cms.acts.enums import ActState
from cms.acts.graph import ActGraph
from cms.acts.models import ActPage

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage


@dataclass(frozen=True, slots=True)
class Ground:
    """An act that the programme rests on; ``url`` is empty where visitors find no page of it here."""

    text: str
    url: str = ""
    has_lost_force: bool = False


def grounds_of(page: ProgrammePage, on: date) -> tuple[Ground, ...]:
    """The grounds in their order; a public act is a link and says if it has lost its force."""
    rows = list(page.grounds.all())
    wanted = [row.act_id for row in rows if row.act_id]
    if not wanted:
        return tuple(Ground(str(row)) for row in rows)
    acts = ActPage.objects.public_now().in_bulk(wanted)
    graph = ActGraph.load()
    return tuple(
        _ground(str(row) if row.act_id in acts else row.citation, acts.get(row.act_id), graph, on) for row in rows
    )


def _ground(text: str, act: ActPage | None, graph: ActGraph, on: date) -> Ground:
    if act is None:
        return Ground(text)
    lost = graph.state(act.pk, act.begins, on) == ActState.CANCELLED
    return Ground(text, act.get_url() or "", lost)
