"""What nobody confirmed is deleted with everything that stood in it."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.confirming.models import DAYS, Unconfirmed
from cms.work.periodic import periodic


@periodic(every=timedelta(hours=1), label=_("Уборка: неподтверждённые заявки и письма"))
def forget_unconfirmed() -> None:
    """Delete what is older than three days, confirmed or not."""
    Unconfirmed.objects.filter(asked_at__lt=timezone.now() - timedelta(days=DAYS)).delete()
