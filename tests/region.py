"""The invented region in a database file, built once for all workers of a test run."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from tests.servers import copy_region, manage


@pytest.fixture(scope="session")
def region_master(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of a site with the whole demo region; read it, never write to it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    var, done = shared / "region", shared / "region.done"
    with (shared / "region.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            var.mkdir()
            manage(var, "demo", "--prepare")
            done.touch()
    return var


@pytest.fixture(scope="session")
def region(region_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This worker's own copy of the region."""
    return copy_region(region_master, tmp_path_factory.mktemp("site") / "var")
