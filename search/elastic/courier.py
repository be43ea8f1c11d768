"""Has changes carried to the search cluster by whoever does the background work of the site."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.work.couriers import courier
from search.engines import get_engine
from search.registry import registry


@courier(label=_("Изменения для сервера поиска"))
def carry_changes() -> bool:
    """Bring the cluster up to the database; a cluster that does not answer is an error, and asked more rarely."""
    engine: Any = get_engine()
    caught_up = [engine.deliver(registration.kind) for registration in registry]
    return not all(caught_up)
