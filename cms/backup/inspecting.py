"""Is a copied database whole, of a site, and of a version that this code can take? Asked before anything changes."""

from __future__ import annotations

from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from cms.backup.copies import Copy, migrations, open_copy
from cms.backup.errors import BackupFailed
from cms.schema import compare
from cms.version import VERSION

#: Without these tables no archive is one of this site, whatever its version.
NEEDED = frozenset({"django_migrations", "auth_user", "wagtailcore_page", "cms_municipality", "mentoring_mentor"})
#: Even a new site has its root page and its migrations.
NEVER_EMPTY = frozenset({"django_migrations", "wagtailcore_page"})


def inspect(vendor: str, file: Path, expected: dict[str, int]) -> Copy:
    """The copy, once its tables are those of a site and each has the rows that the manifest counted.

    ``expected`` is empty for archives of the first format. Raises ``BackupFailed``.
    """
    copy = open_copy(vendor, file)
    copy.check()
    found = copy.counts()
    if missing := (NEEDED - found.keys()) | {name for name in NEVER_EMPTY if not found.get(name)}:
        named = {"tables": ", ".join(sorted(missing))}
        raise BackupFailed(_("В копии нет данных сайта, не хватает таблиц: %(tables)s") % named)
    for table, rows in expected.items():
        if found.get(table, 0) != rows:
            words = {"table": table, "expected": rows, "found": found.get(table, 0)}
            raise BackupFailed(
                _("В копии не все строки таблицы %(table)s: должно быть %(expected)d, есть %(found)d.") % words
            )
    return copy


def refuse_another_version(vendor: str, version: str, copy: Copy) -> None:
    """Raise where this code cannot take the copy: a newer one never, an older one only by the same database."""
    found = compare(migrations(copy))
    words = {"copy": version or _("без номера"), "site": VERSION}
    if found.unknown:
        raise BackupFailed(
            _("Копия сделана более новой версией программы (%(copy)s), здесь версия %(site)s. Обновите программу.")
            % words
        )
    if found.missing and vendor != connection.vendor:
        raise BackupFailed(
            _(
                "Копия сделана другой версией программы (%(copy)s), здесь версия %(site)s: в базу другого вида её не "
                "перенести. Восстановите её в базу того же вида, выполните «manage.py migrate» и сделайте новую копию."
            )
            % words
        )
