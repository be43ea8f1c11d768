"""`manage.py drill [FILE]`: is the last backup one that can be put back? Nothing of the site is touched."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.backup.drill import rehearse
from cms.backup.errors import BackupFailed
from cms.backup.keeping import newest


class Command(BaseCommand):
    """Puts an archive back beside the site, compares every table with what was counted, and forgets it again."""

    help = _("Учебное восстановление: проверяет, что из копии получается тот же сайт. Сайт не меняется.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help=_("архив, или папка с архивами: возьмём самый новый"))
        parser.add_argument("--days", type=int, default=2, help=_("копия старше стольких дней – ошибка; 0 – любая"))

    def handle(self, *args: Any, path: Path, days: int, **options: Any) -> None:
        file = newest(path) if path.is_dir() else path
        if file is None:
            raise CommandError(_("В папке %(path)s нет ни одной копии.") % {"path": path})
        try:
            with tempfile.TemporaryDirectory(prefix="duet-drill-") as folder:
                rehearsed = rehearse(file, Path(folder))
        except (BackupFailed, OSError) as error:
            raise CommandError(
                _("Из копии %(file)s сайт не восстановить: %(why)s") % {"file": file, "why": error}
            ) from error
        manifest, lost = rehearsed.manifest, rehearsed.lost
        if lost:
            missing = {"count": len(lost), "first": ", ".join(lost[:3])}
            self.stderr.write(_("Файлов, о которых знает база, а в копии их нет: %(count)d (%(first)s).") % missing)
        if days and datetime.fromisoformat(manifest.made_at) < timezone.now() - timedelta(days=days):
            words = {"file": file, "when": manifest.made_at, "days": days}
            raise CommandError(_("Копия %(file)s старше %(days)d дней: %(when)s. Почему нет новой?") % words)
        words = {"file": file, "tables": len(manifest.rows), "files": len(manifest.files) - 1}
        self.stdout.write(
            self.style.SUCCESS(_("Восстановится: %(file)s. Таблиц: %(tables)d, файлов: %(files)d.") % words)
        )
