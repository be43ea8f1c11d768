"""The permission policy of municipal data, for Wagtail's registry: a right ends at the municipality's border."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from wagtail.permission_policies.base import ModelPermissionPolicy

from cms.accounts.enums import REGION_WIDE_ROLES
from cms.accounts.grants import roles_granted
from cms.accounts.territory import User, municipality_of, territory_of


class TerritoryPermissionPolicy(ModelPermissionPolicy):
    """Answers from appointments; the model says where it lies by ``territory_path`` (ORM lookups to a municipality)."""

    @property
    def label(self) -> str:
        """The kind of object as the matrix of rights writes it."""
        return f"{self.app_label}.{self.model_name}"

    def user_has_permission(self, user: User, action: str) -> bool:
        return bool(territory_of(user, self.label, [action]))

    def user_has_any_permission(self, user: User, actions: Collection[str]) -> bool:
        return bool(territory_of(user, self.label, actions))

    def user_has_permission_for_instance(self, user: User, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user: User, actions: Collection[str], instance: Any) -> bool:
        """The stored object and the one at hand must both lie inside: no edit carries a thing over the border."""
        territory = territory_of(user, self.label, actions)
        if territory.everywhere or not territory:
            return bool(territory)
        stored = self.model._default_manager.filter(pk=instance.pk).first() if instance.pk else None
        return all(territory.covers(municipality_of(thing)) for thing in (instance, stored) if thing is not None)

    def instances_user_has_any_permission_for(self, user: User, actions: Collection[str]) -> models.QuerySet[Any]:
        territory = territory_of(user, self.label, actions)
        things = self.model._default_manager.all()
        return territory.restrict(things, self.model.territory_path) if territory else things.none()

    def users_with_any_permission(self, actions: Collection[str]) -> models.QuerySet[Any]:
        return self._users(Q(appointments__role__in=roles_granted(self.label, frozenset(actions))))

    def users_with_any_permission_for_instance(self, actions: Collection[str], instance: Any) -> models.QuerySet[Any]:
        roles = roles_granted(self.label, frozenset(actions))
        here = Q(appointments__municipality=municipality_of(instance)) & Q(appointments__role__in=roles)
        return self._users(here | Q(appointments__role__in=roles & REGION_WIDE_ROLES))

    def _users(self, condition: Q) -> models.QuerySet[Any]:
        users = get_user_model()._default_manager
        return users.filter(Q(is_superuser=True) | condition, is_active=True).distinct()


class RegionPermissionPolicy(TerritoryPermissionPolicy):
    """Answers from appointments for what belongs to the region as a whole: a right holds for every object."""

    def user_has_any_permission_for_instance(self, user: User, actions: Collection[str], instance: Any) -> bool:
        return self.user_has_any_permission(user, actions)

    def instances_user_has_any_permission_for(self, user: User, actions: Collection[str]) -> models.QuerySet[Any]:
        things = self.model._default_manager.all()
        return things if self.user_has_any_permission(user, actions) else things.none()

    def users_with_any_permission_for_instance(self, actions: Collection[str], instance: Any) -> models.QuerySet[Any]:
        return self.users_with_any_permission(actions)
