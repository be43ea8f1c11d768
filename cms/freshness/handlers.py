"""Triggers follow migrations; one job keeps the table of changes short."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.freshness import version
from cms.freshness.models import ContentChange
from cms.freshness.moments import changes_at
from cms.work.periodic import periodic


def connect(sender: Any) -> None:
    """Listen to migrations, sent for the site's own AppConfig, and to the clock."""
    pre_migrate.connect(make_way, sender=sender, dispatch_uid="cms.freshness.make_way")
    post_migrate.connect(settle_in, sender=sender, dispatch_uid="cms.freshness.settle_in")
    changes_at(Page, "expire_at")


def make_way(plan: Sequence[Any] = (), **kwargs: Any) -> None:
    """Before migrations: SQLite refuses to remake a table that a trigger elsewhere reads."""
    if plan:
        version.look_away()


def settle_in(**kwargs: Any) -> None:
    """After migrations and after emptying the database: the triggers stand again, under a new version."""
    if ContentChange._meta.db_table in connection.introspection.table_names():
        version.watch()


@periodic(every=timedelta(minutes=10), label=_("Короткий список изменений сайта"))
def keep_it_short() -> None:
    version.trim()
