"""No act rests on itself: rings of relations are refused before they are published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from cms.acts.enums import GROUNDS, RelationKind
from cms.pages.readiness import Need

#: Kinds of relations that together must never lead back.
FAMILIES = (GROUNDS, frozenset({RelationKind.CANCELS}), frozenset({RelationKind.AMENDS}))


def ring_needs(act: Any) -> tuple[Need, ...]:
    """What is to be mended in the relations of this state of an act."""
    relations = [(relation.kind, relation.target_id) for relation in act.relations.all() if relation.target_id]
    return tuple(Need("relations", words) for words in ring_words(act.pk, relations))


def ring_words(act_id: int | None, relations: Iterable[tuple[str, int]]) -> list[str]:
    """A sentence for each relation that leads back to the act itself; one query, none without relations."""
    from cms.acts.models import ActPage
    from cms.acts.parts import ActRelation

    wanted = list(relations)
    if act_id is None or not wanted:
        return []
    kept = ActRelation.objects.exclude(act=act_id).exclude(target=None).values_list("act_id", "kind", "target_id")
    known = list(kept)
    refused = []
    for family in FAMILIES:
        onward = defaultdict(set)
        for source, kind, target in known:
            if kind in family:
                onward[source].add(target)
        refused += [target for kind, target in wanted if kind in family and _leads(target, act_id, onward)]
    titles = dict(ActPage.objects.filter(pk__in=refused).values_list("pk", "title")) if refused else {}
    return [
        _("Связь с документом «%(act)s» замыкается в круг: он сам опирается на этот акт. Уберите её.")
        % {"act": titles.get(target, "")}
        for target in dict.fromkeys(refused)
    ]


def _leads(start: int, goal: int, onward: dict[int, set[int]]) -> bool:
    seen, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting += onward.get(here, ())
    return False
