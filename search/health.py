"""Does the search answer, who answers for it, and is it current?"""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.health.registry import Finding, broken, degraded, good, health_check
from cms.wording import counted
from search.engines import get_engine
from search.freshness import aside, notes
from search.interface import Query
from search.registry import registry

#: A change that waits longer than this was forgotten: whom it hides may still be found.
PATIENCE = timedelta(minutes=10)
#: So many changes are worked off in some minutes; who looks for what changed last may not find it meanwhile.
MANY = 5000


@health_check("search", label=gettext_lazy("поиск"))
def search_answers() -> Finding:
    """One small search of each kind, and what has not got into the index.

    Where the database answers for a cluster that fails, the site still works.
    """
    reserve = False
    for one in registry:
        reserve |= get_engine().search(one.kind, Query(page_size=1)).from_reserve
    oldest = notes.oldest()
    if oldest is not None and oldest < timezone.now() - PATIENCE:
        return broken(_("изменения ждут дольше десяти минут"))
    if reserve:
        return degraded(_("сервер поиска не отвечает, ищет база данных"))
    if unindexed := aside.count():
        objects = counted(unindexed, _("объект"), _("объекта"), _("объектов"))
        return degraded(_("не удалось внести %s; какие и почему, скажет «manage.py search_status»") % objects)
    if notes.count(MANY + 1) > MANY:
        return degraded(_("ещё не внесены больше %d изменений") % MANY)
    return good(_("отвечает"))
