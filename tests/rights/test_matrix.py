"""The table of grants, tried at every door: role × kind × action × own or another municipality.

A refused action is a redirect in Wagtail, so each attempt is judged by what stands in the database afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.accounts.grants import Keeper, grants
from cms.territories.models import Municipality
from tests.factories import UserFactory
from tests.rights.kinds import KINDS, Kind

pytestmark = pytest.mark.django_db

#: Kinds that belong to the region as a whole: a right to them knows no border.
REGIONAL = frozenset(kind.label for kind in KINDS if not hasattr(kind.model, "territory_path"))


@contextmanager
def undone() -> Iterator[None]:
    """Everything inside leaves no trace."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def may(role: Role, kind: Kind, action: str, own: bool) -> bool:
    """What the declared table says."""
    granted = action in grants.verbs(role, kind.label) and action not in kind.closed
    return granted and (own or role in REGION_WIDE_ROLES or kind.label in REGIONAL)


def listed(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    response = client.get(kind.url("list"))
    return response.status_code == 200 and bool(_shown(response, thing))


def _shown(response: Any, thing: Any) -> bool:
    context = response.context
    rows = context["object_list"] if "object_list" in context else context["view"].queryset
    return thing.pk in {row.pk for row in rows}


def added(client: Client, kind: Kind, place: Municipality) -> bool:
    data, url = kind.data(place), kind.url("add")
    before = kind.model._default_manager.count()
    if url is not None:
        client.post(url, data)
    return kind.model._default_manager.count() > before


def changed(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    name, value = kind.edited
    url = kind.url("edit", thing.pk)
    if url is not None:
        same = {"mentor": thing.mentor_id} if getattr(thing, "mentor_id", None) else {}
        client.post(url, {**kind.data(place), **same, name: value})
    stored = kind.model._default_manager.get(pk=thing.pk)
    latest = stored.get_latest_revision_as_object() if hasattr(stored, "get_latest_revision_as_object") else stored
    return bool(getattr(latest, name) == value)


def deleted(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    url = kind.url("delete", thing.pk)
    if url is not None:
        client.post(url)
    return not kind.model._default_manager.filter(pk=thing.pk).exists()


def deleted_in_bulk(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    meta = kind.model._meta
    client.post(f"/admin/bulk/{meta.app_label}/{meta.model_name}/delete/?id={thing.pk}")
    return not kind.model._default_manager.filter(pk=thing.pk).exists()


def published(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    thing.live = False
    thing.save()
    client.post(kind.url("edit", thing.pk), {**kind.data(place), "action-publish": "1"})
    return bool(kind.model._default_manager.get(pk=thing.pk).live)


def unpublished(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    client.post(kind.url("unpublish", thing.pk))
    return not kind.model._default_manager.get(pk=thing.pk).live


def locked(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    client.post(kind.url("lock", thing.pk))
    return bool(kind.model._default_manager.get(pk=thing.pk).locked)


def unlocked(client: Client, kind: Kind, place: Municipality) -> bool:
    thing = kind.make(place)
    thing.locked = True
    thing.save()
    client.post(kind.url("unlock", thing.pk))
    return not kind.model._default_manager.get(pk=thing.pk).locked


EVERY_KIND = (("view", listed), ("add", added), ("change", changed), ("delete", deleted))
SNIPPETS = (("delete", deleted_in_bulk),)
MODERATED = (("publish", published), ("publish", unpublished), ("lock", locked), ("unlock", unlocked))


def attempts(kind: Kind) -> tuple[Any, ...]:
    moderated = MODERATED if hasattr(kind.model, "locked") else ()
    return (*EVERY_KIND, *(SNIPPETS if kind.is_snippet else ()), *moderated)


@pytest.mark.parametrize("role", list(Role))
def test_every_door_opens_exactly_as_the_table_says(role, municipality, other_municipality, signed_in):
    place = None if role in REGION_WIDE_ROLES else municipality
    client = signed_in(UserFactory(role=role, municipality=place))
    wrong = []
    for kind in KINDS:
        for action, attempt in attempts(kind):
            for own in (True, False):
                with undone():
                    happened = attempt(client, kind, municipality if own else other_municipality)
                if happened != may(role, kind, action, own):
                    wrong.append((kind.label, attempt.__name__, "own" if own else "other", happened))
    assert wrong == []


def test_the_table_names_only_kinds_that_are_tried_here():
    elsewhere = {"duet_search.synonymgroup", "duet_search.bestbet"}
    registered = {grant.kind for grant in grants if grant.keeper == Keeper.POLICY}
    assert registered - elsewhere <= {kind.label for kind in KINDS}
