"""What links stand in: every page, and every record of ours that has a form in the admin, with all their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import Promise
from modelcluster.fields import ParentalKey
from wagtail.admin.admin_url_finder import finder_classes
from wagtail.fields import StreamField
from wagtail.hooks import search_for_hooks
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry

from cms.accounts.policies import TerritoryPermissionPolicy
from cms.accounts.territory import User
from cms.choice_list import ChoiceListField

#: Names, codes and the like are shorter, and hold no address.
SHORTEST = 30
#: Any of these lets a user see how the links of a page are.
NEAR = ("add", "change", "publish")


def _whole(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class LinkHolder:
    """A model with fields in which addresses may stand; ``owner`` is the way (ORM) to the thing that one edits.

    ``text_of`` gives what of a field's value people wrote; ``label`` says where it stands, instead of the field's name.
    """

    model: type[models.Model]
    base: type[models.Model]
    owner: str
    fields: tuple[models.Field, ...]
    text_of: Callable[[Any], Any] = _whole
    label: str | Promise = ""

    @property
    def municipality(self) -> str | None:
        """The way (ORM) to the municipality; None for what belongs to the region."""
        owner = self.model if self.owner == "pk" else self._end_of_way()
        path = getattr(owner, "territory_path", None)
        return path if path is None or self.owner == "pk" else f"{self.owner}__{path}"

    def _end_of_way(self) -> type[models.Model]:
        model = self.model
        for step in self.owner.split("__"):
            model = model._meta.get_field(step).related_model  # type: ignore[assignment]
        return model

    @property
    def kind(self) -> ContentType:
        """The content type under which the places are kept."""
        return ContentType.objects.get_for_model(self.base)


_declared: list[LinkHolder] = []


def register_holder(holder: LinkHolder) -> None:
    """Let a room declare, at start-up, a text that no form holds as a field: the words of a copy."""
    _declared.append(holder)


@cache
def link_holders() -> tuple[LinkHolder, ...]:
    """Every model whose fields are read, parts of a thing beside the thing itself."""
    return (*_find(), *_declared)


def holders_of_links() -> tuple[LinkHolder, ...]:
    """One holder for each kind of thing that is edited."""
    return tuple({holder.base: holder for holder in link_holders()}.values())


def things_of(user: User, base: type[models.Model]) -> models.QuerySet[Any]:
    """The things of a kind that this user works with."""
    if base is Page:
        return page_permission_policy.instances_user_has_any_permission_for(user, NEAR)
    return policy_registry.get_by_type(base).instances_user_has_any_permission_for(user, ("view", "change"))


def _find() -> Iterator[LinkHolder]:
    search_for_hooks()  # where the rooms register what has a form
    for model in apps.get_models():
        owner, path = _owner(model)
        base = _base(owner)
        fields = tuple(field for field in model._meta.local_fields if _may_hold(field))
        if base is not None and fields:
            yield LinkHolder(model, base, path, fields)


def _owner(model: type[models.Model]) -> tuple[type[models.Model], str]:
    """A part belongs to its parent, and the parent to its own."""
    for field in model._meta.get_fields():
        if isinstance(field, ParentalKey):
            owner, path = _owner(field.related_model)
            return owner, field.name if path == "pk" else f"{field.name}__{path}"
    return model, "pk"


def _base(owner: type[models.Model]) -> type[models.Model] | None:
    """The model whose numbers name the thing: all pages share one; None for what nobody edits here."""
    if issubclass(owner, Page):
        return Page if owner is not Page else None
    ours = isinstance(policy_registry.get_by_type(owner), TerritoryPermissionPolicy)
    return owner if ours and finder_classes.get_by_type(owner) else None


def _may_hold(field: models.Field) -> bool:
    if isinstance(field, ChoiceListField | models.SlugField | models.EmailField):
        return False
    if field.choices or not field.editable:
        return False
    if isinstance(field, models.CharField):
        return (field.max_length or SHORTEST) >= SHORTEST
    return isinstance(field, models.TextField | models.JSONField | StreamField)
