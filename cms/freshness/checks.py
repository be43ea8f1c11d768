"""What must be true for remembered answers to be true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, connection
from django.utils.translation import gettext as _

from cms.databases.triggers import missing
from cms.freshness.models import ContentChange
from cms.freshness.triggers import PREFIX, wanted
from cms.health.storage import unless_damaged


@register(Tags.database)
@unless_damaged
def triggers_are_installed(databases: Sequence[str] | None = None, **kwargs: Any) -> list[Warning]:
    """Every watched table has its triggers (asks the database, so only `check --database default` runs it)."""
    if not databases or DEFAULT_DB_ALIAS not in databases:
        return []
    if ContentChange._meta.db_table not in connection.introspection.table_names():
        return []
    lost = sorted({trigger.table for trigger in missing(wanted(), PREFIX)})
    if not lost:
        return []
    return [
        Warning(  # an error would stop the very migration that installs them
            _("Страницы не узнают об изменениях в таблицах: %(tables)s.") % {"tables": ", ".join(lost)},
            hint=_("Выполните «manage.py migrate». До тех пор страницы собираются заново для каждого посетителя."),
            id="cms.freshness.W001",
        )
    ]
