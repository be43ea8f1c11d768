"""What acts do to each other, read in one query: who ended, who changed, whose ground was lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cms.acts.enums import GROUNDS, ActState, RelationKind
from cms.acts.parts import ActRelation
from cms.acts.querysets import ActRelationQuerySet


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation of a published act; ``target`` is None where the other act has no page."""

    kind: str
    source: int
    target: int | None
    citation: str
    since: date | None
    points: str = ""

    def counts(self, on: date) -> bool:
        """Whether the relation has begun on the day; one without any date always counts."""
        return self.since is None or self.since <= on

    @property
    def ends(self) -> bool:
        """A cancellation of the whole act; that of single points is a change."""
        return self.kind == RelationKind.CANCELS and not self.points

    @property
    def changes(self) -> bool:
        """Whether the other act goes on in another wording."""
        return self.kind == RelationKind.AMENDS or (self.kind == RelationKind.CANCELS and bool(self.points))


@dataclass(frozen=True, slots=True)
class Loss:
    """A ground that is in force no longer, the relation that ended it, and through which acts it was reached."""

    ground: int
    by: Edge
    through: tuple[int, ...]


@dataclass
class ActGraph:
    """The relations of all published acts, by both of their ends."""

    onward: dict[int, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    back: dict[int, list[Edge]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls) -> ActGraph:
        """Read the relations; one query, however many acts there are."""
        return cls._read(ActRelation.objects.of_public_acts())

    @classmethod
    def into(cls, act: Any) -> ActGraph:
        """Read only what others do to this act: enough for its state."""
        return cls._read(ActRelation.objects.of_public_acts().into(act))

    @classmethod
    def _read(cls, relations: ActRelationQuerySet) -> ActGraph:
        graph = cls()
        columns = ("kind", "act_id", "target_id", "citation", "since", "points", "act__force_from", "act__date")
        rows = relations.order_by("act__date", "act_id", "sort_order", "pk")
        for kind, source, target, citation, since, points, force_from, signed in rows.values_list(*columns):
            graph.add(Edge(kind, source, target, citation, since or force_from or signed, points))
        return graph

    def put(self, act: Any) -> None:
        """Take the relations of this state of an act, a draft's too, instead of the published ones."""
        for edge in self.onward.pop(act.pk, ()):
            if edge.target is not None:
                self.back[edge.target].remove(edge)
        for part in act.relations.all():
            since = part.since or act.begins
            self.add(Edge(part.kind, act.pk, part.target_id, part.citation, since, part.points))

    def add(self, edge: Edge) -> None:
        self.onward[edge.source].append(edge)
        if edge.target is not None:
            self.back[edge.target].append(edge)

    def ended_by(self, act: int) -> Edge | None:
        """The cancellation with the earliest day; an act that is cancelled stays so, even when its canceller goes."""
        endings = [edge for edge in self.back.get(act, ()) if edge.ends]
        return min(endings, key=lambda edge: edge.since or date.min, default=None)

    def changed_by(self, act: int) -> list[Edge]:
        """The relations that changed the act, from the earliest."""
        changes = [edge for edge in self.back.get(act, ()) if edge.changes]
        return sorted(changes, key=lambda edge: edge.since or date.min)

    def state(self, act: int, begins: date | None, on: date, ends: date | None = None) -> ActState:
        """What an act that begins on that day is ``on`` the other; ``ends`` is the last day of its own period."""
        ending = self.ended_by(act)
        if ending is not None and ending.counts(on):
            return ActState.CANCELLED
        if begins is not None and on < begins:
            return ActState.FUTURE
        if ends is not None and on > ends:
            return ActState.EXPIRED
        if any(edge.counts(on) for edge in self.changed_by(act)):
            return ActState.CHANGED
        return ActState.IN_FORCE

    def grounds(self, act: int) -> list[Edge]:
        """What the act rests on and implements."""
        return [edge for edge in self.onward.get(act, ()) if edge.kind in GROUNDS]

    def lost_grounds(self, act: int, on: date) -> list[Loss]:
        """The grounds, and their grounds, that are cancelled on the day; the nearest first."""
        return list(self._lost(act, on))

    def _lost(self, act: int, on: date) -> Iterator[Loss]:
        seen: set[int] = {act}
        waiting: list[tuple[int, tuple[int, ...]]] = [(act, ())]
        while waiting:
            here, through = waiting.pop(0)
            for edge in self.grounds(here):
                if edge.target is None or edge.target in seen:
                    continue
                seen.add(edge.target)
                ending = self.ended_by(edge.target)
                if ending is not None and ending.counts(on):
                    yield Loss(edge.target, ending, through)
                waiting.append((edge.target, (*through, edge.target)))
