"""One style sheet a page, as `collectstatic` makes it for a public server."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client
from django.utils.functional import empty
from pytest_django.fixtures import Settings

STORAGE = {"staticfiles": {"BACKEND": "cms.appearance.static_files.OneSheetStaticFilesStorage"}}
IMPORT = re.compile(r"@import")


@pytest.fixture
def collected(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """A folder of sheets of a small site, and where a public server keeps what it collected."""
    sheets = tmp_path / "sheets" / "css"
    sheets.mkdir(parents=True)
    (sheets / "dot.svg").write_text("<svg/>")
    (sheets / "base.css").write_text('/* ground */\nbody { background: url("dot.svg") }\n')
    (sheets / "print.css").write_text("@page { margin: 1cm }\nnav { display: none }\n")
    (sheets / "site.css").write_text('/* all */\n@import "base.css";\n@import "print.css" print;\n')
    (sheets / "page-home.css").write_text('@import "site.css";\nh1 { color: red }\n')
    settings.STORAGES = {**settings.STORAGES, **STORAGE}
    settings.STATICFILES_DIRS = [tmp_path / "sheets"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    yield sheets
    staticfiles_storage._wrapped = empty


def _collected(name: str) -> str:
    call_command("collectstatic", interactive=False, verbosity=0)
    return Path(staticfiles_storage.path(staticfiles_storage.stored_name(name))).read_text()


def test_a_sheet_holds_what_it_imports_in_its_order(collected: Path) -> None:
    sheet = _collected("css/page-home.css")
    assert not IMPORT.search(sheet)
    assert "/*" not in sheet
    body, media, own = sheet.index("body {"), sheet.index("@media print {"), sheet.index("h1 {")
    assert body < media < own
    assert re.search(r'url\("dot\.[0-9a-f]+\.svg"\)', sheet)
    assert sheet.count("{") == sheet.count("}")


def test_a_change_of_an_imported_sheet_changes_the_name_of_the_whole(collected: Path) -> None:
    _collected("css/page-home.css")
    before = staticfiles_storage.stored_name("css/page-home.css")
    (collected / "base.css").write_text("body { margin: 0 }\n")
    later = (collected / "base.css").stat().st_mtime + 10
    os.utime(collected / "base.css", (later, later))
    assert "margin: 0" in _collected("css/page-home.css")
    assert staticfiles_storage.stored_name("css/page-home.css") != before


def test_the_packed_copy_is_the_whole_sheet(collected: Path) -> None:
    (collected / "base.css").write_text("body { margin: 0 }\n" * 40)
    sheet = _collected("css/site.css")
    packed = Path(staticfiles_storage.path(staticfiles_storage.stored_name("css/site.css") + ".gz"))
    assert gzip.decompress(packed.read_bytes()).decode() == sheet


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nastavniki/", "/api/", "/net-takoy-stranicy/"])
def test_a_page_has_one_style_sheet(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    assert len(re.findall(r'<link rel="stylesheet"', page)) == 1
