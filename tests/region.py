"""Databases that cost time, built once for all workers of a run: the migrated one, and the invented region."""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.servers import DATABASE, ROOT, copy_region, manage

#: What a migrated database is made of: migrations, and what runs after them (triggers, reference tables).
MIGRATED_FROM = ("*/migrations/*.py", "search/**/*.py", "*/apps.py", "mentoring/reference/*.py", "requirements.txt")


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
    digest = hashlib.sha256()
    for pattern in MIGRATED_FROM:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    kept = ROOT / "var" / "test-databases" / digest.hexdigest()[:16]
    kept.mkdir(parents=True, exist_ok=True)
    return kept


@pytest.fixture(scope="session")
def migrated_master(kept_folder: Path) -> Path:
    """The folder of a site that was migrated and nothing else; read it, never write to it."""

    def migrate(var: Path) -> None:
        var.mkdir()
        manage(var, "migrate", "-v0")

    return once(kept_folder, "migrated", migrate)


@pytest.fixture(scope="session")
def region_master(shared_folder: Path, migrated_master: Path) -> Path:
    """The folder of a site with the whole demo region; read it, never write to it.

    `DUET_TEST_REGION` names one that was prepared before, where the same test is run again and again.
    """
    if prepared := os.environ.get("DUET_TEST_REGION"):
        return Path(prepared)

    def prepare(var: Path) -> None:
        copy_region(migrated_master, var)
        manage(var, "demo", "--prepare")

    return once(shared_folder, "region", prepare)


@pytest.fixture(scope="session")
def region(region_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This worker's own copy of the region."""
    return copy_region(region_master, tmp_path_factory.mktemp("site") / "var")


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
def migrated_test_database(django_db_modify_db_settings: None, django_db_blocker: Any) -> Any:
    """A test database of this worker's own, made by running every migration, dropped afterwards."""
    from django.test.utils import setup_databases, teardown_databases

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)
