"""`manage.py backup FILE`: database and uploaded files in one archive, while the site serves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.backup.archive import back_up
from cms.backup.errors import BackupFailed
from cms.backup.keeping import name_for, outlived


class Command(BaseCommand):
    """Writes an archive that only its owner may read: it holds personal data."""

    help = _("Сохраняет базу данных и загруженные файлы в один архив, не останавливая сайт.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=_("куда: duet-2026-11-22.tar.gz, или папка: имя придумаем сами"))
        parser.add_argument("--keep-days", type=int, metavar="N", help=_("в папке: хранить все копии за N дней"))
        parser.add_argument("--keep-weeks", type=int, default=8, metavar="N", help=_("и ещё по одной за N недель"))

    def handle(self, *args: Any, file: Path, keep_days: int | None, keep_weeks: int, **options: Any) -> None:
        now, folder = timezone.now().replace(tzinfo=None), file if file.is_dir() else None
        if folder:
            file = folder / name_for(now)
        elif keep_days is not None:
            raise CommandError(_("--keep-days можно указать, только если указана папка, а не файл."))
        try:
            manifest = back_up(file.absolute())
        except (BackupFailed, OSError) as error:
            raise CommandError(_("Копия не сделана: %(why)s") % {"why": error}) from error
        words = {"file": file, "count": len(manifest.files) - 1, "size": filesizeformat(file.stat().st_size)}
        self.stdout.write(
            self.style.SUCCESS(_("Готово: %(file)s, %(size)s. База данных и загруженных файлов: %(count)d.") % words)
        )
        # Only after a new one is ready: a night without a backup takes none away.
        if folder and keep_days is not None:
            for old in outlived(folder, now, keep_days, keep_weeks):
                old.unlink()
                self.stdout.write(_("Удалена старая копия: %(file)s") % {"file": old})
