"""What must be true for the search to see every change."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import gettext as _

from cms.health.storage import unless_damaged
from search.freshness.installing import missing


@register(Tags.database)
@unless_damaged
def triggers_are_installed(databases: Sequence[str] | None = None, **kwargs: Any) -> list[Warning]:
    """Every watched table has its triggers (asks the database, so only `check --database default` runs it)."""
    if not databases or DEFAULT_DB_ALIAS not in databases:
        return []
    lost = sorted({trigger.table for trigger in missing()})
    if not lost:
        return []
    return [
        Warning(  # an error would stop the very migration that installs them
            _("Поиск не узнает об изменениях в таблицах: %(tables)s.") % {"tables": ", ".join(lost)},
            hint=_("Выполните «manage.py migrate», затем «manage.py search_status»."),
            id="duet_search.W001",
        )
    ]
