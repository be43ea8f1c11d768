"""Has changes indexed, and carried to the search server, by whoever does the background work of the site."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.work.couriers import courier
from search.delivery import deliver_once, has_server
from search.engines import get_engine

STRETCH = 5.0  # seconds after which the worker may be stopped


@courier(label=_("Изменения для поиска"), pause=1.0)
def index_changes() -> bool:
    """Index what was noted as changed; a save and a search do no more than a small part of it themselves."""
    return not get_engine().refresh(STRETCH)


@courier(label=_("Изменения для сервера поиска"))
def carry_changes() -> bool:
    """Bring the server up to the database; one that does not answer is an error, and asked more rarely."""
    return has_server() and deliver_once() > 0
