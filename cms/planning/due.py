"""Publishes and takes down what an editor planned, one thing at a time: a bad one stops no other."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page, Revision

from cms.work.periodic import periodic

logger = logging.getLogger(__name__)

#: With the keeper's round and the look for tasks, everything planned happens within a minute.
EVERY = timedelta(seconds=40)


def planned_models() -> list[type[models.Model]]:
    """What can have an hour: pages, and everything else that has drafts."""
    others = [one for one in apps.get_models() if issubclass(one, DraftStateMixin) and not issubclass(one, Page)]
    return [Page, *others]


def due_revisions(now: datetime) -> models.QuerySet[Revision]:
    """Approved revisions whose hour has come."""
    return Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")


def due_expiries(model: type[models.Model], now: datetime) -> models.QuerySet[Any]:
    """Live things of the model whose time is over."""
    return model._default_manager.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk")


@periodic(every=EVERY, label=_("Публикация и снятие в назначенный час"))
def do_what_was_planned() -> None:
    """Take down what is over, then publish what is due; both are read again under a lock before they happen."""
    now = timezone.now()
    for model in planned_models():
        for pk in due_expiries(model, now).values_list("pk", flat=True):
            _attempt(_expire, model, pk, now)
    for pk in due_revisions(now).values_list("pk", flat=True):
        _attempt(_publish, Revision, pk, now)


def _attempt(step: Any, model: type[models.Model], pk: Any, now: datetime) -> None:
    try:
        with transaction.atomic():
            step(model, pk, now)
    except Exception:
        # It stays planned, is shown as overdue, and is tried again with the next round.
        logger.exception("planned %s %s did not happen", model._meta.label, pk)


def _expire(model: type[models.Model], pk: Any, now: datetime) -> None:
    thing = due_expiries(model, now).select_for_update().filter(pk=pk).first()
    if thing is not None:
        specific = thing.specific if isinstance(thing, Page) else thing
        specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(model: type[models.Model], pk: Any, now: datetime) -> None:
    """Publish a revision; what should be over already is taken down in the same transaction."""
    revision = due_revisions(now).select_for_update().filter(pk=pk).first()
    if revision is None:
        return
    revision.publish(log_action="wagtail.publish.scheduled")
    base = revision.base_content_type.model_class()
    if base is not None:
        _expire(base, revision.object_id, now)
