"""`python -m benchmarks.endurance.grow SIZE`: more mentors in the region of DUET_VAR, by the ORM, on any database."""

from __future__ import annotations

import copy
import sys
import uuid

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from benchmarks.bank import LINKS, STRIDE  # noqa: E402
from mentoring.bank.models import Mentor  # noqa: E402


def grow(size: int) -> int:
    """Copies of mentors under the names of others, with subjects and consents, until there are `size`."""
    originals = list(Mentor.objects.order_by("pk"))
    chosen = [originals[number % len(originals)] for number in range(size - len(originals))]
    copies = []
    for number, own in enumerate(chosen):
        other, made = originals[(number * STRIDE + 1) % len(originals)], copy.copy(own)
        made.pk, made.guid, made._state = None, uuid.uuid4(), copy.copy(own._state)
        made._state.adding = True
        made.last_name, made.first_name, made.patronymic = other.last_name, other.first_name, other.patronymic
        copies.append(made)
    Mentor.objects.bulk_create(copies, batch_size=500)
    for model in LINKS:
        of: dict[int, list[object]] = {}
        for row in model._default_manager.filter(mentor__in=originals):
            of.setdefault(row.mentor_id, []).append(row)
        rows = []
        for own, made in zip(chosen, copies, strict=True):
            for row in of.get(own.pk, ()):
                other_row = copy.copy(row)
                other_row.pk, other_row.mentor_id = None, made.pk
                rows.append(other_row)
        model._default_manager.bulk_create(rows, batch_size=500)
    call_command("rebuild_search", verbosity=0)
    return Mentor.objects.count()


if __name__ == "__main__":
    print(grow(int(sys.argv[1])))
