"""Engines on real servers, each with indices of its own."""

from collections.abc import Callable, Iterator

import pytest

from search.elastic.clients import Server
from search.elastic.engine import ServerEngine
from search.elastic.place import Place
from search.embedded.engine import EmbeddedEngine
from tests.search.servers import connected, own_place


class PatientEngine(ServerEngine):
    """Waits longer than a visitor would: a busy machine is no failure."""

    patience = 30.0


@pytest.fixture(params=["elasticsearch", "opensearch"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each server in turn."""
    return connected(request.param)


@pytest.fixture
def place(server: Server) -> Iterator[Place]:
    """Names that nobody else uses."""
    with own_place(server) as found:
        yield found


@pytest.fixture
def process(server: Server, place: Place, engine: EmbeddedEngine) -> Callable[[], ServerEngine]:
    """Makes engines on one database and one server, each as forgetful as a new process."""
    return lambda: PatientEngine(server, place, inside_transactions=True)
