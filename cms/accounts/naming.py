"""What a user of the admin may be told of: the one rule for every view that takes ids from an address or a form."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.accounts.page_choosers import choosable_by
from cms.accounts.permissions import is_territorial, visible_to
from cms.accounts.territory import User

#: Any right to a thing lets one know that it is there.
ANY = ("view", "add", "change", "delete", "choose", "publish")


def nameable(user: User, things: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Those of the things whose titles the user may read; a stranger's are as if they did not exist."""
    model = things.model
    if issubclass(model, Page):
        return things.filter(pk__in=choosable_by(Page.objects.all(), user).values("pk"))
    if is_territorial(model):
        return visible_to(user, things)
    policy = policy_registry.get_by_type(model)
    return things.filter(pk__in=policy.instances_user_has_any_permission_for(user, ANY).values("pk"))


def keys_of(model: type[models.Model], asked: list[str]) -> list[Any]:
    """The keys among what an address says; what no key of the model can be is left out."""
    field, found = model._meta.pk, []
    for value in asked:
        try:
            key = field.to_python(value)
            field.run_validators(key)
        except Exception:  # whatever a field says to nonsense, it is no key
            continue
        found.append(key)
    return found
