"""`manage.py backup FILE`: database and uploaded files in one archive, while the site serves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cms.backup.archive import back_up
from cms.backup.databases import BackupFailed


class Command(BaseCommand):
    """Writes an archive that only its owner may read: it holds personal data."""

    help = _("Сохраняет базу данных и загруженные файлы в один архив, не останавливая сайт.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=_("куда: duet-2026-11-22.tar.gz"))

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            manifest = back_up(file.absolute())
        except (BackupFailed, OSError) as error:
            raise CommandError(_("Копия не сделана: %(why)s") % {"why": error}) from error
        words = {"file": file, "count": len(manifest.files) - 1, "size": filesizeformat(file.stat().st_size)}
        self.stdout.write(
            self.style.SUCCESS(_("Готово: %(file)s, %(size)s. База данных и загруженных файлов: %(count)d.") % words)
        )
