"""What the background work sweeps away after itself."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.mailing.models import OutgoingMail
from cms.work.models import WorkerBeat
from cms.work.periodic import periodic
from cms.work.stored import expire

DONE_KEPT = timedelta(days=7)
FAILED_KEPT = timedelta(days=90)


@periodic(every=timedelta(days=1), at=time(3), label=_("Уборка: старые задачи и письма"))
def forget_what_is_over() -> None:
    """Delete finished tasks, mails that nobody asks about, and workers that died long ago."""
    now = timezone.now()
    expire(done_before=now - DONE_KEPT, failed_before=now - FAILED_KEPT)
    OutgoingMail.objects.outlived(now).delete()
    WorkerBeat.objects.long_dead(now).delete()
