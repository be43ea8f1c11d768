"""What shows files: each room says of its things which of them visitors may read, and which a user may.

    holders.add(Holder(Mentor, public=a_portrait_is_public, readable=may_open))

A file that only things of unknown kinds hold is shown to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import page_permission_policy

from cms.accounts.territory import User
from cms.blocks.faces import is_a_face, pages_without_the_mark
from cms.pages.publicness import public_pages

Keys = Collection[Any]


@dataclass(frozen=True, slots=True)
class Holder:
    """A kind of thing that shows files: whether one of these keys is public, and whether a user may read one."""

    model: type[models.Model]
    public: Callable[[Keys], bool]
    readable: Callable[[Keys, User], bool]


class Holders:
    """Every declared kind."""

    def __init__(self) -> None:
        self._holders: list[Holder] = []

    def add(self, holder: Holder) -> None:
        self._holders.append(holder)

    def of(self, file: models.Model) -> Iterator[tuple[Holder, set[Any]]]:
        """Each kind that holds the file, with the keys of its things."""
        found = _things_with(file)
        for holder in self._holders:
            keys = {key for model, of_it in found.items() if issubclass(model, holder.model) for key in of_it}
            if keys:
                yield holder, keys


holders = Holders()

#: Pages (numbers) that name a file and do not show it, for a consent of the person in it is missing; rooms add theirs.
withheld: list[Callable[[models.Model], Collection[int]]] = []

#: Pictures of people who have not agreed: whatever else shows such a file, visitors do not get it; rooms add theirs.
refused: list[Callable[[models.Model], bool]] = []

#: Says of a picture or a page whether a person's consent stands behind it; rooms add theirs at start-up.
personal: list[Callable[[Any], bool]] = []


def rests_on_a_consent(thing: models.Model) -> bool:
    """Whether what a picture or a page shows may have to vanish from one moment to the next."""
    return any(ask(thing) for ask in personal)


def shown_to_all(file: models.Model) -> bool:
    """Whether something that every visitor may read shows the file now."""
    return any(holder.public(keys) for holder, keys in holders.of(file)) and not any(ask(file) for ask in refused)


def shown_to(file: models.Model, user: User) -> bool:
    """Whether something that this user may read shows the file."""
    return user.is_authenticated and any(holder.readable(keys, user) for holder, keys in holders.of(file))


def _things_with(file: models.Model) -> dict[type[models.Model], set[Any]]:
    """Model → keys: what names the file in a field of its own, in a part of it, or somewhere in its text."""
    found: dict[type[models.Model], set[Any]] = {}
    for field in fields_to(type(file)):
        owner, path = _owner(field.model)
        keys = field.model._default_manager.filter(**{field.name: file.pk}).values_list(path, flat=True)
        found.setdefault(owner, set()).update(keys)
    for kind, key in ReferenceIndex.get_references_to(file).values_list("base_content_type", "object_id"):
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None:
            found.setdefault(model, set()).add(model._meta.pk.to_python(key))
    silent = {number for ask in withheld for number in ask(file)}
    return {model: keys - silent if issubclass(model, Page) else keys for model, keys in found.items()}


def fields_to(model: type[models.Model]) -> Iterator[Any]:
    """The foreign keys to the model; sizes of a picture are the picture itself."""
    relations: Any = model._meta.get_fields(include_hidden=True)
    for relation in relations:
        if relation.auto_created and relation.one_to_many and relation.related_name != "renditions":
            yield relation.field


def _owner(model: type[models.Model]) -> tuple[type[models.Model], str]:
    """A part belongs to its parent (an attachment to its act)."""
    for field in model._meta.get_fields():
        if isinstance(field, ParentalKey):
            return field.related_model, field.attname
    return model, "pk"


def _readable_page(keys: Keys, user: User) -> bool:
    return page_permission_policy.explorable_instances(user).filter(pk__in=keys).exists()


def _public_page(keys: Keys) -> bool:
    return public_pages(Page.objects.filter(pk__in=keys)).exists()


holders.add(Holder(Page, _public_page, _readable_page))

withheld.append(pages_without_the_mark)
personal.append(is_a_face)
