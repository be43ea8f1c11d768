"""The worker of the site brings a search server up to the database; nobody has to start anything else."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from tests.search.servers import address, connected
from tests.servers import copy_region, manage

VARIABLES = {"elasticsearch": "ELASTICSEARCH_URL", "opensearch": "OPENSEARCH_URL"}


@pytest.mark.slow
@pytest.mark.parametrize("product", sorted(VARIABLES))
def test_the_worker_builds_what_the_server_lacks(product: str, migrated_master: Path, tmp_path: Path) -> None:
    var, prefix = copy_region(migrated_master, tmp_path / "var"), f"test-{uuid.uuid4().hex[:10]}"
    own = {VARIABLES[product]: address(product), "SEARCH_PREFIX": prefix}
    manage(var, "rebuild_search", **own)
    server = connected(product)
    try:
        for index in server.indices(f"{prefix}-*"):
            server.delete(index)

        manage(var, "worker", "--once", **own)

        assert server.indices(f"{prefix}-*"), "the worker brought nothing"
        manage(var, "search_status", **own)
    finally:
        for index in server.indices(f"{prefix}-*"):
            server.delete(index)
