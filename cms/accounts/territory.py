"""How far a user's right reaches: everywhere, a set of municipalities, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models

from cms.accounts.enums import REGION_WIDE_ROLES
from cms.accounts.grants import Grant, Scope, grants, roles_granted
from cms.accounts.models import Appointment

User = AbstractBaseUser | AnonymousUser
ModelT = TypeVar("ModelT", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Territory:
    """The part of the region that a right covers."""

    everywhere: bool
    municipalities: frozenset[int]

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.municipalities)

    def covers(self, municipality_id: int | None) -> bool:
        """Whether a thing of this municipality lies inside; a thing of none lies inside «everywhere» only."""
        return self.everywhere or municipality_id in self.municipalities

    def restrict(self, things: models.QuerySet[ModelT], path: str) -> models.QuerySet[ModelT]:
        """The things whose municipality, found along ``path`` (ORM lookups), lies inside."""
        if self.everywhere:
            return things
        return things.filter(**{f"{path}__in": self.municipalities})


EVERYWHERE = Territory(everywhere=True, municipalities=frozenset())
NOWHERE = Territory(everywhere=False, municipalities=frozenset())


def appointments_of(user: User) -> list[tuple[str, int | None]]:
    """The (role, municipality id) pairs of an active user; read once for the life of the user object."""
    if not user.is_active or user.is_anonymous:
        return []
    cached: list[tuple[str, int | None]] | None = getattr(user, "_duet_appointments", None)
    if cached is None:
        cached = list(Appointment.objects.filter(user_id=user.pk).values_list("role", "municipality_id"))
        setattr(user, "_duet_appointments", cached)  # noqa: B010 – the user class is not ours
    return cached


def territory_of(user: User, model_label: str, actions: Iterable[str]) -> Territory:
    """Where the user may do at least one of the actions to objects of the kind ``app_label.model``."""
    if getattr(user, "is_superuser", False) and user.is_active:
        return EVERYWHERE
    roles = roles_granted(model_label, frozenset(actions))
    held = [(role, place) for role, place in appointments_of(user) if role in roles]
    if any(role in REGION_WIDE_ROLES for role, _place in held):
        return EVERYWHERE
    places = frozenset(place for _role, place in held if place is not None)
    return Territory(everywhere=False, municipalities=places) if places else NOWHERE


def reaches(user: User, model_label: str, verb: str, municipality_id: int | None) -> bool:
    """Whether the user may do the verb to objects of a kind in a municipality (None: to those of the region itself).

    A superuser may do all that anybody may.
    """
    if getattr(user, "is_superuser", False) and user.is_active:
        return any(verb in grant.verbs for grant in grants.of_kind(model_label))
    return any(
        verb in grant.verbs and _is_inside(grant, place, municipality_id)
        for role, place in appointments_of(user)
        for grant in grants.of(role, model_label)
    )


def _is_inside(grant: Grant, place: int | None, municipality_id: int | None) -> bool:
    if grant.scope == Scope.REGION:
        return True
    return municipality_id is not None and (place == municipality_id) == (grant.scope == Scope.PLACE)


def municipality_of(thing: Any) -> int | None:
    """The id of the municipality an object belongs to, along its model's ``territory_path``; None if there is none."""
    *steps, last = type(thing).territory_path.split("__")
    value: Any = thing
    for step in steps:
        value = getattr(value, step, None)
    found = getattr(value, f"{last}_id", None) if hasattr(value, f"{last}_id") else getattr(value, last, None)
    return found if isinstance(found, int) else None
