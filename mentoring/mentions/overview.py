"""Where names still stand, and what is known of one person's name on the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry

from cms.accounts.policies import TerritoryPermissionPolicy
from cms.accounts.territory import User
from cms.files.rights import files_kept_by
from cms.pages.publicness import public_pages
from mentoring.mentions.models import PersonMention
from mentoring.mentions.people import Person, full_name_of, key_of, people
from mentoring.mentions.querysets import MentionQuerySet, rows_by_key
from mentoring.mentions.texts import FILES, page_kind


@dataclass(frozen=True, slots=True)
class Line:
    """One place: whose name, in what, in which fields, and where it is read and changed."""

    mention: PersonMention
    person: Person | None
    title: str
    kind: str
    url: str
    edit_url: str

    @property
    def person_name(self) -> str:
        """Whose name it is."""
        return full_name_of(self.person) if self.person is not None else ""

    @property
    def person_key(self) -> str:
        """The person as a form names them."""
        return f"{self.mention.person_kind_id}-{self.mention.person_id}"

    @property
    def thing_key(self) -> str:
        """The thing as a form names it."""
        return f"{self.mention.kind_id}-{self.mention.thing_id}"


def mentions_for(user: User) -> MentionQuerySet:
    """The names in what this user may change."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    condition = Q(kind=page_kind(), thing_id__in=pages.values("pk"))
    for kind in ContentType.objects.get_for_models(*_plain_kinds()).values():
        model: Any = kind.model_class()
        policy = policy_registry.get_by_type(model)
        if model in FILES:
            condition |= Q(kind=kind, thing_id__in=files_kept_by(user, model).values("pk"))
        elif isinstance(policy, TerritoryPermissionPolicy):
            mine = policy.instances_user_has_any_permission_for(user, ("change", "approve"))
            condition |= Q(kind=kind, thing_id__in=mine.values("pk"))
        elif getattr(user, "is_superuser", False):
            condition |= Q(kind=kind)
        else:
            owned = policy.instances_user_has_any_permission_for(user, ["change"])
            condition |= Q(kind=kind, thing_id__in=owned.values("pk"))
    return PersonMention.objects.filter(condition)


def _plain_kinds() -> list[type[models.Model]]:
    kinds = PersonMention.objects.exclude(kind=page_kind()).order_by().values_list("kind", flat=True).distinct()
    found = (ContentType.objects.get_for_id(kind).model_class() for kind in kinds)
    return [model for model in found if model is not None]


def lines(mentions: Iterable[PersonMention], user: User) -> list[Line]:
    """The places with their titles; things that are gone meanwhile are left out."""
    rows = list(mentions)
    persons = people((row.person_kind_id, row.person_id) for row in rows)
    things = rows_by_key((row.kind_id, row.thing_id) for row in rows)
    finder = AdminURLFinder(user)
    public = set(public_pages().filter(pk__in=_pages(rows)).values_list("pk", flat=True))
    found = []
    for row in rows:
        thing = things.get((row.kind_id, row.thing_id))
        if thing is None:
            continue
        is_open = isinstance(thing, Page) and thing.pk in public
        model = thing.specific_class if isinstance(thing, Page) else type(thing)
        found.append(
            Line(
                row,
                persons.get((row.person_kind_id, row.person_id)),
                str(thing),
                str(model._meta.verbose_name) if model else "",
                (thing.get_url() or "") if is_open else "",
                finder.get_edit_url(thing) or "",
            )
        )
    return found


def _pages(rows: Iterable[PersonMention]) -> list[int]:
    return [row.thing_id for row in rows if row.kind_id == page_kind()]


def mentions_of(person: Person) -> MentionQuerySet:
    """Every place of one person's name."""
    kind, number = key_of(person)
    return PersonMention.objects.filter(person_kind=kind, person_id=number).order_by("pk")
