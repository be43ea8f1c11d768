"""The calendar of what is planned, as far as the user may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy, policy_registry

from cms.planning.due import planned_models

#: What is still not done after this was refused; its editor should look.
PATIENCE = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing that is to appear or to disappear."""

    at: datetime
    words: str
    title: str
    kind: str
    address: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What is planned for a day, in its order."""

    day: date
    planned: tuple[Planned, ...]


def calendar(user: AbstractBaseUser | AnonymousUser, now: datetime) -> tuple[Day, ...]:
    """The days that something is planned for, what is overdue first."""
    rows = sorted(_planned(user, now), key=lambda row: (row.at, row.title))
    by_day = groupby(rows, key=lambda row: timezone.localtime(row.at).date())
    return tuple(Day(day, tuple(planned)) for day, planned in by_day)


def overdue(now: datetime) -> int:
    """How many planned things should have happened and did not."""
    late = now - PATIENCE
    expiries = sum(model._default_manager.filter(live=True, expire_at__lte=late).count() for model in planned_models())
    return expiries + Revision.objects.filter(approved_go_live_at__lte=late).count()


def _planned(user: AbstractBaseUser | AnonymousUser, now: datetime) -> Iterator[Planned]:
    finder = AdminURLFinder(user)
    for model in planned_models():
        mine = _mine(user, model)
        for thing in mine.filter(live=True, expire_at__isnull=False).order_by("expire_at"):
            yield _row(thing, thing.expire_at, _("снять с сайта"), finder, now)
        appearing = _appearing(model)
        for thing in mine.filter(pk__in=list(appearing)):
            at, title = appearing[thing.pk]
            yield _row(thing, at, _("опубликовать"), finder, now, title)


def _mine(user: AbstractBaseUser | AnonymousUser, model: type[models.Model]) -> models.QuerySet[Any]:
    """What the user may change or publish."""
    actions = ["change", "publish"]
    if issubclass(model, Page):
        return page_permission_policy.instances_user_has_any_permission_for(user, actions)
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, actions)


def _appearing(model: type[models.Model]) -> dict[Any, tuple[datetime, str]]:
    """Key of the thing → when its approved revision is published, and the revision's title."""
    base = ContentType.objects.get_for_model(model)
    planned = Revision.objects.filter(approved_go_live_at__isnull=False, base_content_type=base)
    values = planned.values_list("object_id", "approved_go_live_at", "object_str")
    return {model._meta.pk.to_python(key): (at, title) for key, at, title in values}


def _row(thing: Any, at: datetime, words: str, finder: AdminURLFinder, now: datetime, title: str = "") -> Planned:
    return Planned(
        at=at,
        words=words,
        title=title or str(thing),
        kind=str((thing.specific_class if isinstance(thing, Page) else type(thing))._meta.verbose_name),
        address=finder.get_edit_url(thing) or "",
        is_overdue=at < now - PATIENCE,
    )
