"""Drafts that nobody came back to."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.drafts.models import FormDraft
from cms.work.periodic import periodic


@periodic(every=timedelta(days=1), at=time(3, 15), label=_("Уборка: забытые черновики форм"))
def forget_old_drafts() -> None:
    """Delete the drafts of forms that are older than two weeks."""
    FormDraft.objects.outlived(timezone.now()).delete()
