"""Mentors with everything that their documents say, read in bulk: values that thousands share are made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.reference.models import Audience, Direction, ReferenceEntry, Subject

_VALUES: tuple[tuple[str, type[ReferenceEntry]], ...] = (
    ("subjects", Subject),
    ("directions", Direction),
    ("audiences", Audience),
)


def gathered(ids: Sequence[int], on: date) -> Iterator[Mentor]:
    """Those of the mentors that are public on a day; only for presenting, never to be saved.

    `MentorQuerySet.for_presenting` makes a new object of each value for each mentor, which is most of the time of a
    rebuild. The portfolio is left empty: nobody searches in it.
    """
    mentors = Mentor.objects.public(on).filter(pk__in=ids).prefetch_related("consents", "pairs__mentees")
    places = _places(ids)
    values = {field: _values(field, model, ids) for field, model in _VALUES}
    for mentor in mentors:
        mentor.organisation = places[mentor.organisation_id]
        # Where modelcluster keeps the relations of an object that is not the database's.
        mentor._cluster_related_objects = {
            "portfolio_links": [],
            **{field: found.get(mentor.pk, []) for field, found in values.items()},
        }
        yield mentor


def _places(ids: Sequence[int]) -> dict[int, Organisation]:
    wanted = Mentor.objects.filter(pk__in=ids).values("organisation_id")
    return Organisation.objects.select_related("municipality").in_bulk(list({row["organisation_id"] for row in wanted}))


def _values(field: str, model: type[ReferenceEntry], ids: Sequence[int]) -> dict[int, list[ReferenceEntry]]:
    through = getattr(Mentor, field).through._default_manager
    pairs = through.filter(mentor_id__in=ids).values_list("mentor_id", f"{model._meta.model_name}_id")
    chosen = defaultdict(set)
    for mentor, value in pairs:
        chosen[mentor].add(value)
    in_order = list(model._default_manager.all())
    return {mentor: [value for value in in_order if value.pk in keys] for mentor, keys in chosen.items()}
