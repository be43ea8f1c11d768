"""The acts around an act, fetched at once, as links."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from cms.acts.citing import citation
from cms.acts.editions import line_of
from cms.acts.enums import ActState, Level
from cms.acts.graph import ActGraph, Edge
from cms.acts.pieces import ActLink
from cms.acts.regions import other_region, own_region
from cms.acts.standing import standing
from cms.wording import within

if TYPE_CHECKING:
    from cms.acts.models import ActPage


class KnownActs:
    """Published acts by id; what is not published is known by its citation only."""

    def __init__(self, acts: Iterable[ActPage], graph: ActGraph, request: Any, today: date) -> None:
        self.acts = {act.pk: act for act in acts}
        self._graph, self._request, self._today = graph, request, today

    @classmethod
    def around(cls, act: ActPage, graph: ActGraph, request: Any, today: date) -> KnownActs:
        """The act itself with its neighbours, its line of editions, and all grounds that it lost."""
        wanted = set(line_of(act.pk, graph))
        for here in list(wanted):
            wanted |= {edge.target for edge in graph.onward.get(here, ()) if edge.target is not None}
            wanted |= {edge.source for edge in graph.back.get(here, ())}
        for loss in graph.lost_grounds(act.pk, today):
            wanted |= {loss.ground, loss.by.source, *loss.through}
        for edge in graph.grounds(act.pk):
            wanted |= {change.source for change in graph.changed_by(edge.target or 0)}
        wanted.discard(act.pk)
        from cms.acts.models import ActPage

        found = ActPage.objects.public_now().filter(pk__in=wanted)
        return cls([act, *found], graph, request, today)

    def begins(self) -> dict[int, date | None]:
        """The first day in force of each."""
        return {pk: act.begins for pk, act in self.acts.items()}

    def target(self, edge: Edge) -> ActLink:
        """The act that a relation leads to."""
        return self.link(edge.target, edge)

    def source(self, edge: Edge) -> ActLink:
        """The act that a relation comes from."""
        return self.link(edge.source, edge)

    def link(self, pk: int | None, edge: Edge | None = None) -> ActLink:
        """A link with what is to be known: that the act has lost force, was changed, which points are meant."""
        act = self.acts.get(pk) if pk is not None else None
        points = edge.points if edge else ""
        if act is None:
            return ActLink(edge.citation if edge else "", note=points)
        found = standing(act, self._graph, self._today)
        note = "" if found.state == ActState.IN_FORCE else within(found.words)
        return ActLink(
            text=citation(act),
            url=act.get_url(self._request) or "",
            level=self._level(act),
            note="; ".join(word for word in (points, note) if word),
            is_lost=found.state == ActState.CANCELLED,
            title=act.title,
        )

    def ends(self) -> dict[int, date | None]:
        """The last day of the period of each."""
        return {pk: act.ends for pk, act in self.acts.items()}

    @cached_property
    def own_region(self) -> str:
        """The genitive of our region's name, asked for once."""
        return own_region()

    def _level(self, act: ActPage) -> str:
        """«Региональный», or whose it is where it is not ours."""
        stranger = other_region(act, self.own_region)
        return _("Акт %(region)s") % {"region": stranger} if stranger else str(Level(act.level).label).capitalize()
