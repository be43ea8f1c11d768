"""Search servers for tests: real ones, at the addresses that the environment names."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from search.elastic.clients import ElasticsearchServer, OpenSearchServer, Server
from search.elastic.place import Place
from tests.servers import require

CLIENTS = {"elasticsearch": ElasticsearchServer, "opensearch": OpenSearchServer}


def address(name: str) -> str:
    """Where this server listens; the test is skipped (in CI: fails) where there is none."""
    variable = f"TEST_{name.upper()}_URL"
    found = os.environ.get(variable, "")
    require(bool(found), f"no {name} server: set {variable}")
    return found


def connected(name: str) -> Server:
    """A client of this server."""
    return CLIENTS[name]([address(name)])


@contextmanager
def own_place(server: Server) -> Iterator[Place]:
    """A name for indices that nobody else uses; whatever is created under it is deleted afterwards."""
    place = Place(prefix=f"test-{uuid.uuid4().hex[:10]}", shards=1, replicas=0)
    yield place
    for index in server.indices(f"{place.prefix}-*"):
        server.delete(index)
