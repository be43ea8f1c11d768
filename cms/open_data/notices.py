"""Messages to partners: what changed, by kind and number alone, kept until the partner has taken it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.mailing.enums import MailState
from cms.open_data.comparing import Change, records_changed
from cms.open_data.partners import partners

#: Changes in one message.
MOST = 200
#: How long it can be seen what was sent.
KEPT = timedelta(days=30)


class PartnerNoticeQuerySet(models.QuerySet["PartnerNotice"]):
    """Questions about messages."""

    def waiting(self) -> PartnerNoticeQuerySet:
        """Those that have still to arrive, in the order in which they were written."""
        return self.filter(state=MailState.WAITING).order_by("pk")

    def due(self, now: datetime) -> PartnerNoticeQuerySet:
        """Those whose time to be tried has come."""
        return self.waiting().filter(next_try__lte=now)

    def troubled(self) -> PartnerNoticeQuerySet:
        """Those that a partner has not taken, until the next try or for good, and has taken none since."""
        later = self.filter(state=MailState.SENT, url=models.OuterRef("url"), pk__gt=models.OuterRef("pk"))
        tried = models.Q(state=MailState.FAILED) | models.Q(state=MailState.WAITING, tries__gt=1)
        return self.filter(tried, ~models.Exists(later))

    def outlived(self, now: datetime) -> PartnerNoticeQuerySet:
        """Those, taken or given up, of which nobody needs to know any more."""
        return self.exclude(state=MailState.WAITING).filter(created_at__lt=now - KEPT)


class PartnerNotice(models.Model):
    """One message to one partner; the secret is not here, it is read from the settings when the message leaves."""

    number = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    url = models.CharField(max_length=2000)
    body = models.TextField()
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    created_at = models.DateTimeField(default=timezone.now)
    next_try = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)

    objects = PartnerNoticeQuerySet.as_manager()

    class Meta:
        app_label = "cms"
        verbose_name = _("сообщение партнёру")
        verbose_name_plural = _("сообщения партнёрам")
        indexes = [models.Index(fields=["state", "next_try"], name="partner_notice_due")]


def write_notices(sender: Any, changes: Sequence[Change], **kwargs: Any) -> None:
    """Tell every partner; in the transaction of the ledger, so that nothing is told that is not so."""
    portions = [changes[start : start + MOST] for start in range(0, len(changes), MOST)]
    PartnerNotice.objects.bulk_create(
        PartnerNotice(url=url, body=_body(portion)) for portion in portions for url in partners()
    )


def _body(changes: Sequence[Change]) -> str:
    told = [
        {"kind": one.kind, "id": one.number, "event": "gone" if one.is_gone else "changed", "at": one.at.isoformat()}
        for one in changes
    ]
    return json.dumps({"changes": told})


def connect() -> None:
    """Listen to the ledger."""
    records_changed.connect(write_notices, dispatch_uid="cms.open_data.notices")
