"""Does the search answer, and who answers for it?"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.health.registry import Finding, degraded, good, health_check
from search.engines import get_engine
from search.interface import Query
from search.registry import registry


@health_check("search", label=gettext_lazy("поиск"))
def search_answers() -> Finding:
    """One small search of each kind; where the database answers for a cluster that fails, the site still works."""
    for one in registry:
        if get_engine().search(one.kind, Query(page_size=1)).from_reserve:
            return degraded(_("сервер поиска не отвечает, ищет база данных"))
    return good(_("отвечает"))
