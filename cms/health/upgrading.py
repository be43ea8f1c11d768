"""What is shown, warned of and logged between a new program and `manage.py migrate`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error

from cms.health.storage import tell, trouble_of, unless_damaged
from cms.schema import difference, is_behind
from cms.version import VERSION

#: Seconds after which a browser or a robot may come again.
COME_AGAIN = 60


@requires_csrf_token
def error_or_upgrade(request: HttpRequest) -> HttpResponse:
    """The page of an error; a full disk, a damaged file and a database that is not migrated yet are told, with 503."""
    error = sys.exc_info()[1]
    if trouble := trouble_of(error):
        tell(trouble)
        return _unavailable(f"503_{trouble.value}.html")
    if isinstance(error, DatabaseError) and is_behind():
        return _unavailable("503.html")
    return server_error(request)


def _unavailable(template: str) -> HttpResponse:
    page = loader.get_template(template).render()
    return HttpResponse(page, status=503, headers={"Retry-After": str(COME_AGAIN), "Cache-Control": "no-store"})


@register(Tags.database)
@unless_damaged
def database_fits_the_program(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """`check --database default` tells how to go on (an error would stop the very `migrate` that is to be run)."""
    if not databases or DEFAULT_DB_ALIAS not in databases:
        return []
    found = difference()
    if not MigrationRecorder(connection).has_table():
        return []  # a new database: nobody's data are older than anything
    messages: list[CheckMessage] = []
    if found.missing:
        messages.append(
            Warning(
                _("База данных старше программы (версия %(version)s): не выполнено миграций: %(count)d.")
                % {"version": VERSION, "count": len(found.missing)},
                hint=_("Сделайте копию («manage.py backup ФАЙЛ») и выполните «manage.py migrate»."),
                id="duet.W020",
            )
        )
    if found.unknown:
        messages.append(
            Warning(
                _("База данных новее программы (версия %(version)s): неизвестных миграций: %(count)d.")
                % {"version": VERSION, "count": len(found.unknown)},
                hint=_("Обновите программу или восстановите копию, сделанную этой версией."),
                id="duet.W021",
            )
        )
    return messages
