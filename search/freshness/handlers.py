"""Signals: triggers follow migrations, and a committed save is indexed by the process that made it."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_migrate

from cms.work.waking import wake
from search.engines import get_engine
from search.freshness import installing
from search.freshness.models import Change
from search.registry import registry


def connect(sender: Any) -> None:
    """Listen to migrations, sent for the search's own AppConfig, and to the watched models."""
    pre_migrate.connect(make_way, sender=sender, dispatch_uid="duet_search.make_way")
    post_migrate.connect(settle_in, sender=sender, dispatch_uid="duet_search.settle_in")
    registry.listen(follow)


def follow(model: type[Model]) -> None:
    """Hear of saves of this model alone: a listener to all of them would slow every deletion of the site."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(saved, sender=model, dispatch_uid="duet_search.saved")


def make_way(plan: Sequence[Any] = (), **kwargs: Any) -> None:
    """Before migrations: SQLite refuses to remake a table that a trigger elsewhere reads."""
    if plan and Change._meta.db_table in connection.introspection.table_names():
        installing.drop()


def settle_in(plan: Sequence[Any] = (), **kwargs: Any) -> None:
    """After migrations: the triggers stand again, and what changed without them is looked through."""
    tables = connection.introspection.table_names()
    if Change._meta.db_table not in tables:
        return
    installing.install()
    if not plan:
        return
    for registration in registry:
        if registration.model._meta.db_table in tables:
            get_engine().recheck(registration.kind)


def saved(instance: Any = None, **kwargs: Any) -> None:
    """Index the change as soon as it is committed; where this is missed, the next search or the background does it."""
    if isinstance(instance, Model):
        _own().update(dict.fromkeys(registry.named_by(instance)))
    if not any(hook[1] is _after_commit for hook in connection.run_on_commit):
        transaction.on_commit(_after_commit, robust=True)


def _own() -> dict[tuple[str, int], None]:
    """What this connection's transaction changed, by signals; one that was rolled back leaves no more than its ids."""
    own: dict[tuple[str, int], None] = connection.__dict__.setdefault("duet_search_own", {})
    return own


def _after_commit() -> None:
    own = list(_own())
    _own().clear()
    if not get_engine().keep_up(own):
        wake()  # the rest, others' for the most part, is the work of the background
