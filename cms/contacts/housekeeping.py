"""Who wrote through the site is forgotten in time, as the notice on personal data promises."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.contacts.models import VisitorLetter
from cms.work.periodic import periodic

#: How long it is known who wrote and when.
KEPT = timedelta(days=365)


@periodic(every=timedelta(days=1), at=time(3, 20), label=_("Уборка: кто писал координаторам"))
def forget_who_wrote() -> None:
    """Delete the records of letters that are older than a year."""
    VisitorLetter.objects.filter(written_at__lt=timezone.now() - KEPT).delete()
