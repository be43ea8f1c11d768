"""`manage.py restore FILE`: the site as it was when the archive was made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils.translation import gettext as _

from cms.backup.archive import put_back
from cms.backup.derived import derived
from cms.backup.errors import BackupFailed
from cms.freshness.handlers import settle_in


class Command(BaseCommand):
    """Replaces everything; stop web and worker first, and run `migrate` after it if the code is newer."""

    help = _("Заменяет базу данных и загруженные файлы теми, что в архиве. Остановите сайт перед этим.")
    requires_system_checks: list[str] = []  # the database may be empty

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=_("архив, который сделала команда backup"))
        parser.add_argument("--yes", action="store_true", help=_("не спрашивать"))

    def handle(self, *args: Any, file: Path, yes: bool, **options: Any) -> None:
        if not yes and input(_("Всё, что есть на сайте сейчас, будет заменено. Продолжить? (да/нет) ")).strip() != "да":
            raise CommandError(_("Ничего не изменено."))
        try:
            manifest = put_back(file)
        except (BackupFailed, OSError) as error:
            raise CommandError(_("Ничего не изменено. %(why)s") % {"why": error}) from error
        self.stdout.write(self.style.SUCCESS(_("Готово: сайт как в копии от %(when)s.") % {"when": manifest.made_at}))
        cache.clear()  # it knows the former site
        settle_in()  # and so do the pages that processes remember
        if manifest.vendor != connection.vendor:
            for command in derived.commands:
                call_command(command, verbosity=0, stdout=self.stdout, stderr=self.stderr)
        self.stdout.write(_("Дальше: manage.py migrate, затем manage.py search_status"))
