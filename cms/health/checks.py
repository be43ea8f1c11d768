"""What the ground floor checks: database, migrations, background work, mails, disk."""

from __future__ import annotations

import shutil
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.health.registry import Finding, broken, degraded, good, health_check
from cms.mailing.models import OutgoingMail
from cms.schema import difference
from cms.version import VERSION
from cms.work.models import WorkerBeat
from cms.work.questions import failed_tasks, overdue_tasks

#: What waits for longer than this was forgotten by the background work.
PATIENCE = timedelta(minutes=10)
#: Free space: below the first somebody should look, below the second writing will soon fail.
LITTLE_SPACE = 2 * 1024**3
NO_SPACE = 300 * 1024**2


@health_check("database", label=gettext_lazy("база данных"))
def database_answers() -> Finding:
    """A query comes back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return good(_("отвечает"))


@health_check("migrations", label=gettext_lazy("миграции"))
def migrations_are_applied() -> Finding:
    """The tables are those of this code; while a newer program is being installed, they may be newer."""
    found = difference()
    if found.missing:
        return broken(_("выполнены не все; запустите «manage.py migrate»"))
    if found.unknown:
        return degraded(_("база новее программы; перезапустите сайт, когда обновление закончено"))
    return good(_("выполнены"))


@health_check("version", label=gettext_lazy("версия"))
def version_is_told() -> Finding:
    """Which version answers."""
    return good(VERSION)


@health_check("work", label=gettext_lazy("фоновая работа"))
def work_is_done() -> Finding:
    """Somebody does what waits, and nothing was given up."""
    now = timezone.now()
    if overdue_tasks(now - PATIENCE).exists():
        return broken(_("задачи ждут дольше десяти минут"))
    if not WorkerBeat.objects.alive(now).exists():
        return degraded(_("никто не работает; запустите «manage.py worker»"))
    if failed := failed_tasks().count():
        return degraded(_("не вышло задач: %d") % failed)
    return good(_("идёт"))


@health_check("mail", label=gettext_lazy("письма"))
def mails_leave() -> Finding:
    """Mails do not pile up."""
    now = timezone.now()
    if OutgoingMail.objects.due(now - PATIENCE).exists():
        return broken(_("письма ждут дольше десяти минут"))
    if stuck := OutgoingMail.objects.troubled().count():
        return degraded(_("почтовый сервер не взял писем: %d") % stuck)
    return good(_("уходят"))


@health_check("disk", label=gettext_lazy("место на диске"))
def disk_has_space() -> Finding:
    """There is space for the database and for what is uploaded."""
    free = shutil.disk_usage(settings.DUET_VAR).free
    words = _("свободно %s") % filesizeformat(free)
    if free < NO_SPACE:
        return broken(words)
    return degraded(words) if free < LITTLE_SPACE else good(words)
