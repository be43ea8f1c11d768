"""Puts the reference data that every installation starts with into its tables."""

from collections.abc import Sequence

from django.db import transaction

from mentoring.reference.models import (
    Audience,
    Deficit,
    Direction,
    FormEntry,
    ReferenceEntry,
    SchoolDocument,
    Subject,
    WorkFormat,
)
from mentoring.reference.seed import AUDIENCES, DEFICITS, DIRECTIONS, SUBJECTS, Entry
from mentoring.reference.work_seed import SCHOOL_DOCUMENTS, WORK_FORMATS, FormSeed


@transaction.atomic
def seed_reference() -> int:
    """Create the entries whose codes are missing, and touch no others; returns how many were created."""
    created = _fill(Subject, SUBJECTS) + _fill(Direction, DIRECTIONS) + _fill(Audience, AUDIENCES)
    known = set(Deficit.objects.values_list("code", flat=True))
    created += _fill(Deficit, DEFICITS)
    directions = {direction.code: direction for direction in Direction.objects.all()}
    deficits = {deficit.code: deficit for deficit in Deficit.objects.all()}
    for entry in DEFICITS:
        if entry.code not in known and entry.code in deficits:
            deficits[entry.code].directions.set(directions[code] for code in entry.directions)
    return created + _fill_forms(WorkFormat, WORK_FORMATS) + _fill_forms(SchoolDocument, SCHOOL_DOCUMENTS)


def _fill_forms(model: type[FormEntry], seeds: tuple[FormSeed, ...]) -> int:
    """Create the missing entries, and give the new ones their forms of pairs."""
    known = set(model._default_manager.values_list("code", flat=True))
    created = _fill(model, seeds)
    forms = {seed.code: list(seed.pair_models) for seed in seeds if seed.code not in known}
    entries = list(model._default_manager.filter(code__in=forms))
    for entry in entries:
        entry.pair_models = forms[entry.code]
    model._default_manager.bulk_update(entries, ["pair_models"])
    return created


def _fill(model: type[ReferenceEntry], entries: Sequence[Entry]) -> int:
    """Create what neither the code nor the name is taken by; tens leave room for entries of one's own between."""
    manager = model._default_manager
    codes = set(manager.values_list("code", flat=True))
    names = set(manager.values_list("name", flat=True))
    missing = [
        model(code=entry.code, name=entry.title, order=number * 10)
        for number, entry in enumerate(entries, start=1)
        if entry.code not in codes and entry.title not in names
    ]
    manager.bulk_create(missing)
    return len(missing)
