"""Notices groups of branches that no longer say what the appointments say, and addresses nobody answers at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connection
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.branches.hosts import is_answered
from cms.branches.membership import find_drift
from cms.branches.models import BranchGroup
from cms.health.storage import unless_damaged


@register(Tags.database)
@unless_damaged
def find_strangers_in_branches(**kwargs: Any) -> Sequence[CheckMessage]:
    """Warning duet.W010 where somebody has pages without an appointment, or an appointment without its pages."""
    if BranchGroup._meta.db_table not in connection.introspection.table_names():
        return []
    drift = find_drift()
    if not drift:
        return []
    return [
        Warning(
            _("Права на страницы расходятся с назначениями: лишних – %(extra)d, недостающих – %(missing)d.")
            % {"extra": len(drift.extra), "missing": len(drift.missing)},
            hint=_("Состав групп раздела меняют назначения. Верните его командой manage.py open_branches."),
            id="duet.W010",
        )
    ]


@register(Tags.database)
@unless_damaged
def find_addresses_without_an_answer(**kwargs: Any) -> Sequence[CheckMessage]:
    """Warning duet.W011 for each host of a branch that ALLOWED_HOSTS does not name: visitors would see an error."""
    if Site._meta.db_table not in connection.introspection.table_names():
        return []
    hosts = Site.objects.filter(is_default_site=False).values_list("hostname", flat=True)
    return [
        Warning(
            _("На адрес раздела «%s» сервер не отвечает.") % host,
            hint=_("Добавьте имя в ALLOWED_HOSTS или уберите адрес: manage.py branch_host КОД --remove."),
            id="duet.W011",
        )
        for host in hosts
        if not is_answered(host)
    ]
