"""Which files of the collections are a user's to see."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.permissions import policy_registry

from cms.accounts.territory import User

#: Any of these lets one near a file: one's own branch, and what the centre shares.
NEAR = ("choose", "add", "change", "delete")
#: What the centre shares is there to be chosen alone; who adds to a collection answers for what lies in it.
KEEPING = ("add", "change", "delete")


def files_near(user: User, model: type[models.Model]) -> models.QuerySet[Any]:
    """The pictures or documents of the collections that the user works with."""
    if not user.is_authenticated:
        return model._default_manager.none()
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, NEAR)


def files_kept_by(user: User, model: type[models.Model]) -> models.QuerySet[Any]:
    """The pictures or documents of the collections that the user fills, whoever uploaded them."""
    if not user.is_authenticated:
        return model._default_manager.none()
    collections = policy_registry.get_by_type(model).collections_user_has_any_permission_for(user, KEEPING)
    return model._default_manager.filter(collection__in=collections)


def is_near(user: User, file: models.Model) -> bool:
    """Whether the file is one of them."""
    return files_near(user, type(file)).filter(pk=file.pk).exists()
