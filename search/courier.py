"""Has changes carried to the search server by whoever does the background work of the site."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.work.couriers import courier
from search.delivery import deliver_once


@courier(label=_("Изменения для сервера поиска"))
def carry_changes() -> bool:
    """Bring the server up to the database; one that does not answer is an error, and asked more rarely."""
    return deliver_once() > 0
