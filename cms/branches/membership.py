"""Who sits in the groups of the branches: exactly those whose appointments say so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models, transaction

from cms.accounts.models import Appointment
from cms.branches.models import BranchGroup
from cms.branches.rights import SEATS

Place = tuple[int, int]  # (user id, group id)


@dataclass(frozen=True, slots=True)
class Drift:
    """Where the groups differ from the appointments."""

    missing: frozenset[Place]
    extra: frozenset[Place]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra)


def find_drift(users: Collection[int] | None = None) -> Drift:
    """Compare the groups with the appointments, of these users (ids) or of everybody."""
    groups = {
        (municipality, seat): group
        for municipality, seat, group in BranchGroup.objects.values_list("branch__municipality", "seat", "group")
    }
    wanted = {
        (user, groups[municipality, seat])
        for user, role, municipality in _of(users, Appointment.objects.values_list("user", "role", "municipality"))
        if (seat := SEATS.get(role)) is not None and (municipality, seat) in groups
    }
    seated = set(_of(users, _memberships().values_list("user_id", "group_id")))
    return Drift(frozenset(wanted - seated), frozenset(seated - wanted))


@transaction.atomic
def seat_the_appointed(users: Collection[int] | None = None) -> Drift:
    """Let the groups say what the appointments say; gives what had to be changed."""
    drift = find_drift(users)
    through = _memberships().model
    if drift.extra:
        extra = models.Q()
        for user, group in drift.extra:
            extra |= models.Q(user_id=user, group_id=group)
        _memberships().filter(extra).delete()
    through._default_manager.bulk_create(
        [through(user_id=user, group_id=group) for user, group in drift.missing], ignore_conflicts=True
    )
    return drift


def _memberships() -> models.QuerySet[Any]:
    """Memberships in the groups of branches; other groups are nobody's business here."""
    through: Any = get_user_model().groups.through
    return through._default_manager.filter(group__branch_group__isnull=False)


def _of(users: Collection[int] | None, rows: models.QuerySet) -> Iterable:
    return rows if users is None else rows.filter(user__in=users)
