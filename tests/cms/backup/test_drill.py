"""A drill puts the last archive back beside the site: it tells good archives from bad ones and touches nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.cms.backup.test_round_trip import DIGEST, FILL, SHELL, files_of
from tests.databases import administered, empty_database
from tests.servers import manage

#: Everything happens in one process of a real site; what each drill said goes out as JSON.
DRILLS = """
import io, json, shutil
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.documents.models import Document
from cms.backup.keeping import name_for

folder, media, told = Path(settings.DUET_VAR) / "backups", Path(settings.MEDIA_ROOT), {}
folder.mkdir()
for number in range(3):
    Document.objects.create(title=f"Приказ {number}", file=ContentFile(b"order", name=f"order-{number}.pdf"))

def drill(case):
    out, errors = io.StringIO(), io.StringIO()
    try:
        call_command("drill", folder, stdout=out, stderr=errors)
        told[case] = [True, out.getvalue(), errors.getvalue()]
    except CommandError as error:
        told[case] = [False, "", str(error)]

def back_up(minutes):
    file = folder / name_for(timezone.now().replace(tzinfo=None) + timedelta(minutes=minutes))
    call_command("backup", file, stdout=io.StringIO())
    return file

drill("nothing")
first = back_up(1)
drill("good")
with patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=7)):
    drill("old")
whole = first.read_bytes()
first.write_bytes(whole[: len(whole) * 2 // 3])
drill("cut")
first.write_bytes(whole)
(media / "documents" / "order-1.pdf").rename(folder / "order-1.pdf")
back_up(2)
drill("one file")
media.rename(folder / "media")
back_up(3)
drill("no files")
(folder / "media").rename(media)
(folder / "order-1.pdf").rename(media / "documents" / "order-1.pdf")
shutil.copy(first, folder / "first.tar.gz")
print(json.dumps(told))
"""


def left_behind() -> list[str]:
    """Databases of drills on the server of the suite."""
    if connection.vendor != "postgresql":
        return []
    return [name for (name,) in administered("SELECT datname FROM pg_database WHERE starts_with(datname, 'drill_')")]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_drill_tells_good_archives_from_bad_ones_and_touches_nothing(
    migrated_database: Callable[[Path], Any], tmp_path: Path
) -> None:
    (var := tmp_path / "var").mkdir()
    with migrated_database(var / "duet.sqlite3") as url:
        manage(var, *SHELL, FILL, DATABASE_URL=url)
        told = json.loads(manage(var, *SHELL, DRILLS, DATABASE_URL=url))
        before, files = manage(var, *SHELL, DIGEST, DATABASE_URL=url), files_of(var)

    assert told["nothing"][2].endswith("нет ни одной копии.")
    assert told["good"][0], told["good"]
    assert "Восстановится: " in told["good"][1]
    assert "файлов: 8" in told["good"][1]
    assert told["good"][2] == ""
    assert not told["old"][0]
    assert "Почему нет новой" in told["old"][2], "the nightly job has stopped, and nobody has noticed"
    assert not told["cut"][0]
    assert "сайт не восстановить" in told["cut"][2]
    assert told["one file"][0]
    assert "documents/order-1.pdf" in told["one file"][2]
    assert not told["no files"][0]
    assert "нет ни одного загруженного файла" in told["no files"][2]
    assert left_behind() == []
    # What was rehearsed is what a new machine becomes: the site is as it was when the archive was made.
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with empty_database(elsewhere / "duet.sqlite3") as url:
        manage(elsewhere, "restore", "--yes", str(var / "backups" / "first.tar.gz"), DATABASE_URL=url)
        assert manage(elsewhere, *SHELL, DIGEST, DATABASE_URL=url) == before
    assert files_of(elsewhere) == files
    assert len(files) == 8
