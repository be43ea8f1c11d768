"""Mentors with everything that their documents say, read in bulk: values that thousands share are made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from django.db.models import Model

from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from mentoring.pairs.models import Pair, PairMentee
from mentoring.reference.models import Audience, Direction, ReferenceEntry, Subject

#: Of so few mentors the values come with what was chosen, in one question; of more, each value is made once.
FEW = 20

Row = TypeVar("Row", bound=Model)

_VALUES: tuple[tuple[str, type[ReferenceEntry]], ...] = (
    ("subjects", Subject),
    ("directions", Direction),
    ("audiences", Audience),
)


def gathered(ids: Sequence[int], on: date) -> Iterator[Mentor]:
    """Those of the mentors that are public on a day; only for presenting, never to be saved.

    `MentorQuerySet.for_presenting` makes a new object of each value for each mentor, and a query set for each of
    its relations, which is most of the time of a rebuild. The portfolio is left empty: nobody searches in it.
    """
    mentors = list(Mentor.objects.public(on).filter(pk__in=ids))
    places = Organisation.objects.select_related("municipality").in_bulk({one.organisation_id for one in mentors})
    values = {field: _values(field, model, ids) for field, model in _VALUES}
    consents = _grouped(MentorConsent.objects.filter(mentor_id__in=ids), "mentor_id")
    pairs = _pairs(ids)
    for mentor in mentors:
        mentor.organisation = places[mentor.organisation_id]
        mentor._prefetched_objects_cache = {"consents": consents[mentor.pk], "pairs": pairs[mentor.pk]}
        # Where modelcluster keeps the relations of an object that is not the database's.
        mentor._cluster_related_objects = {
            "portfolio_links": [],
            **{field: found.get(mentor.pk, []) for field, found in values.items()},
        }
        yield mentor


def _grouped(rows: Iterable[Row], column: str) -> defaultdict[int, list[Row]]:
    groups: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, column)].append(row)
    return groups


def _pairs(ids: Sequence[int]) -> defaultdict[int, list[Pair]]:
    pairs = list(Pair.objects.filter(mentor_id__in=ids))
    mentees = _grouped(PairMentee.objects.filter(pair__mentor_id__in=ids), "pair_id")
    for pair in pairs:
        pair._cluster_related_objects = {"mentees": mentees[pair.pk]}
    return _grouped(pairs, "mentor_id")


def _values(field: str, model: type[ReferenceEntry], ids: Sequence[int]) -> dict[int, list[ReferenceEntry]]:
    name = model._meta.model_name or ""
    chosen = getattr(Mentor, field).through._default_manager.filter(mentor_id__in=ids)
    found: defaultdict[int, list[ReferenceEntry]] = defaultdict(list)
    if len(ids) <= FEW:
        for row in chosen.select_related(name).order_by(name):
            found[row.mentor_id].append(getattr(row, name))
        return found
    keys: defaultdict[int, list[int]] = defaultdict(list)
    for mentor, value in chosen.values_list("mentor_id", f"{name}_id"):
        keys[mentor].append(value)
    in_order = list(model._default_manager.all())
    places = {value.pk: place for place, value in enumerate(in_order)}
    for mentor, values in keys.items():
        found[mentor] = [in_order[place] for place in sorted([places[value] for value in values])]
    return found
