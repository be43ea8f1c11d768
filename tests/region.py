"""Databases that cost time, built once for all workers of a run: the migrated one, and the invented region."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.databases import administer, empty_database, migrated_template
from tests.servers import DATABASE, ROOT, copy_region, manage

PACKAGES = ("cms", "mentoring", "bestpractices", "search", "demo", "templates")
#: What the tables are made of, and what a migrated database is made of: what runs after the migrations (triggers,
#: reference tables) changes more often than they do and takes a tenth of their time.
TABLES_FROM = ("*/migrations/*.py", "requirements.txt")
MIGRATED_FROM = (
    "*/migrations/*.py",
    "search/**/*.py",
    "cms/freshness/*.py",
    "cms/databases/*.py",
    "*/apps.py",
    "mentoring/reference/*.py",
    "requirements.txt",
)
#: What the region is made of: any line of ours may change it, and so does the day.
PREPARED_FROM = tuple(f"{package}/**/*.{ending}" for package in PACKAGES for ending in ("py", "csv", "json", "html"))
MOST_KEPT = 4  # folders of databases under ``--reuse-db``


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out what brings a SQLite file of its own: it would only do the same once more."""
    if connection.vendor == "sqlite":
        return
    on_files = [item for item in items if {"migrated_master", "region_master"} & set(getattr(item, "fixturenames", ()))]
    if on_files:
        config.hook.pytest_deselected(items=on_files)
        items[:] = [item for item in items if item not in set(on_files)]


def once(shared: Path, name: str, build: Callable[[Path], None]) -> Path:
    """The folder ``name``, filled by the first worker that asks; the others wait for it."""
    var, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build(var)
            done.touch()
    return var


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run see."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def kept_folder(request: pytest.FixtureRequest, shared_folder: Path) -> Path:
    """Where databases of this state of the code are kept between runs under ``--reuse-db``; else this run's folder."""
    if not request.config.getoption("reuse_db", default=False):
        return shared_folder
    return _kept(MIGRATED_FROM)


def _kept(patterns: tuple[str, ...], *more: str) -> Path:
    """The folder of what is made of these files and words; the oldest others of its kind are forgotten."""
    kept = ROOT / "var" / "test-databases" / _digest(patterns, *more)
    kept.mkdir(parents=True, exist_ok=True)
    for old in sorted(kept.parent.iterdir(), key=lambda path: path.stat().st_mtime)[:-MOST_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    return kept


def _digest(patterns: tuple[str, ...], *more: str) -> str:
    digest = hashlib.sha256("\n".join(more).encode())
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(scope="session")
def migrated_master(request: pytest.FixtureRequest, kept_folder: Path) -> Path:
    """The folder of a site that was migrated and nothing else; read it, never write to it."""

    def migrate(var: Path) -> None:
        var.mkdir()
        manage(var, "migrate", "-v0")

    def migrate_copy(var: Path) -> None:
        copy_region(once(_kept(TABLES_FROM), "tables", migrate), var)
        manage(var, "migrate", "-v0")

    reused = request.config.getoption("reuse_db", default=False)
    return once(kept_folder, "migrated", migrate_copy if reused else migrate)


@pytest.fixture(scope="session")
def region_master(request: pytest.FixtureRequest, shared_folder: Path, migrated_master: Path) -> Path:
    """The folder of a site with the whole demo region; read it, never write to it.

    `DUET_TEST_REGION` names one that was prepared before, where the same test is run again and again.
    """
    if prepared := os.environ.get("DUET_TEST_REGION"):
        return Path(prepared)

    def prepare(var: Path) -> None:
        copy_region(migrated_master, var)
        manage(var, "demo", "--prepare")

    reused = request.config.getoption("reuse_db", default=False)
    folder = _kept(PREPARED_FROM, str(date.today())) if reused else shared_folder
    return once(folder, "region", prepare)


@pytest.fixture(scope="session")
def region(region_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This worker's own copy of the region."""
    return copy_region(region_master, tmp_path_factory.mktemp("site") / "var")


@pytest.fixture(scope="session")
def migrated_database(request: pytest.FixtureRequest, shared_folder: Path) -> Callable[[Path], Any]:
    """Gives the address of a database of a test's own, as ``empty_database`` does; this one is copied, migrated."""
    if connection.vendor == "sqlite":
        master = request.getfixturevalue("migrated_master") / DATABASE

        def copied(file: Path) -> Any:
            shutil.copy(master, file)
            return empty_database(file)

        return copied

    @contextmanager
    def copied_on_the_server(file: Path) -> Iterator[str]:
        with ExitStack() as stack:
            with migrated_template(shared_folder, _digest(MIGRATED_FROM)) as template:
                url = stack.enter_context(empty_database(file, template))
            yield url

    return copied_on_the_server


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_blocker: Any) -> None:
    """On SQLite, the migrated database copied into this worker's memory; elsewhere, migrations as usual."""
    if connection.vendor != "sqlite":
        request.getfixturevalue("migrated_test_database")
        return
    master = request.getfixturevalue("migrated_master") / DATABASE
    with django_db_blocker.unblock():
        name = connection.creation._get_test_db_name()
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        source = sqlite3.connect(master)
        source.backup(connection.connection)
        source.close()


@pytest.fixture(scope="session")
def migrated_test_database(
    shared_folder: Path, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """A test database of this worker's own, copied from one that ran every migration, dropped afterwards."""
    with django_db_blocker.unblock():
        name = connection.creation._get_test_db_name()
        connection.close()
        with migrated_template(shared_folder, _digest(MIGRATED_FROM)) as template:
            administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    yield
    with django_db_blocker.unblock():
        connection.close()
        administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
