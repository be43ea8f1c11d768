"""A programme in numbers, counted from the pairs themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count

from mentoring.bank.enums import IN_PAIRS
from mentoring.pairs.models import Pair

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage


@dataclass(frozen=True, slots=True)
class Numbers:
    """Pairs and groups of a programme in its school year, and the people in them."""

    pairs: int = 0
    groups: int = 0
    mentors: int = 0
    mentees: int = 0


def numbers_of(programmes: Sequence[ProgrammePage]) -> dict[int, Numbers]:
    """Numbers by the programmes' primary keys, in one query however many there are.

    A pair belongs to a programme of its own organisation that chose its form, in each school year in which it worked.
    """
    known = [programme for programme in programmes if programme.organisation_id]
    if not known:
        return {}
    begins = min(programme.school_year.begins for programme in known)
    ends = max(programme.school_year.ends for programme in known)
    pairs = Pair.objects.worked().between(begins, ends).in_organisations(it.organisation_id for it in known)
    columns = ("organisation_id", "model", "kind", "mentor_id", "started_on", "ended_on")
    by_organisation: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in pairs.order_by().values(*columns).annotate(people=Count("mentees")):
        by_organisation[row["organisation_id"]].append(row)
    return {programme.pk: _count(programme, by_organisation[programme.organisation_id]) for programme in known}


def _count(programme: ProgrammePage, rows: Iterable[dict[str, Any]]) -> Numbers:
    forms, year = {form.pair_model for form in programme.forms.all()}, programme.school_year
    own = [
        row
        for row in rows
        if row["model"] in forms
        and row["started_on"] <= year.ends
        and (row["ended_on"] is None or row["ended_on"] >= year.begins)
    ]
    pairs = sum(row["kind"] in IN_PAIRS for row in own)
    return Numbers(pairs, len(own) - pairs, len({row["mentor_id"] for row in own}), sum(row["people"] for row in own))
