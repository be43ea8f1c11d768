"""The questions about rights that the rooms ask, each a sentence."""

from __future__ import annotations

from typing import TypeVar

from django.db import models
from wagtail.permissions import policy_registry

from cms.accounts.territory import User, territory_of

ModelT = TypeVar("ModelT", bound=models.Model)


def user_can(user: User, action: str, thing: models.Model) -> bool:
    """Whether the user may do the action to this very object."""
    return bool(policy_registry.get_by_type(type(thing)).user_has_permission_for_instance(user, action, thing))


def visible_to(user: User, things: models.QuerySet[ModelT]) -> models.QuerySet[ModelT]:
    """The things of a territorial model that the user may see in the admin; none for a stranger."""
    territory = territory_of(user, things.model._meta.label_lower, ["view"])
    return territory.restrict(things, things.model.territory_path) if territory else things.none()  # type: ignore[attr-defined]


def is_territorial(model: type[models.Model]) -> bool:
    """Whether the model's objects each lie in a municipality, and its rights end at the border."""
    return hasattr(model, "territory_path")
