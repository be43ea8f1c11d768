"""Has mails carried by whoever does the background work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.mailing.delivering import deliver_due
from cms.work.couriers import courier


@courier(label=_("Письма"))
def carry_mails() -> bool:
    """Send a portion of what is due; whether there may be more."""
    return deliver_due() > 0
