"""A cluster that refuses, is silent or has lost its data: the database answers soon, and the cluster is found again."""

import socket
import time
from collections.abc import Callable, Iterator

import pytest

from search.elastic.clients import ElasticsearchServer, OpenSearchServer, Server
from search.elastic.engine import ServerEngine
from search.elastic.place import Place
from search.embedded.engine import EmbeddedEngine
from search.interface import Query
from tests.search.sample.kind import document
from tests.servers import free_port

SOON = 1.5  # seconds


@pytest.fixture(params=[ElasticsearchServer, OpenSearchServer])
def client(request: pytest.FixtureRequest) -> Callable[[str], Server]:
    """Each product's client."""
    return lambda url: request.param([url])


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=16) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def filled(server: Server) -> ServerEngine:
    engine = ServerEngine(server, Place("test-failing", 1, 0), inside_transactions=True)
    engine.put("teacher", [document(n, f"Иванов {n}", district=f"d{n % 2}") for n in range(1, 10)])
    EmbeddedEngine.search(engine, "teacher", Query("иванов"))  # the dictionary is loaded
    return engine


def searched(engine: ServerEngine) -> float:
    """Seconds of a search whose answer is right."""
    started = time.monotonic()
    result = engine.search("teacher", Query("иванов", {"district": ("d1",)}))
    assert result.total == 5 and len(result.hits) == 5
    assert result.facets["district"] == {"d0": 4, "d1": 5}
    return time.monotonic() - started


@pytest.mark.usefixtures("engine")
def test_a_refused_connection(client: Callable[[str], Server]) -> None:
    failing = filled(client(f"http://127.0.0.1:{free_port()}"))
    assert searched(failing) < SOON
    assert failing.breaker.is_open


def test_a_silent_server_is_waited_for_once(
    engine: EmbeddedEngine, client: Callable[[str], Server], silent: str
) -> None:
    failing = filled(client(silent))
    assert searched(failing) < SOON
    assert failing.breaker.is_open
    assert sum(searched(failing) for _ in range(5)) < ServerEngine.patience


@pytest.mark.usefixtures("engine")
def test_suggestions_need_no_server(silent: str) -> None:
    failing = filled(ElasticsearchServer([silent]))
    started = time.monotonic()
    assert failing.suggest("teacher", "ива")
    assert time.monotonic() - started < 1


def test_a_server_that_comes_back_is_noticed(process: Callable[[], ServerEngine], server: Server) -> None:
    engine = process()
    engine.put("teacher", [document(n, f"Иванов {n}", district=f"d{n % 2}") for n in range(1, 10)])
    engine.deliver("teacher")
    engine.breaker.failed()
    engine.breaker._not_before = 0.0  # the pause is over
    searched(engine)
    assert not engine.breaker.is_open


def test_a_lost_index_is_made_up_for_and_built_again(
    process: Callable[[], ServerEngine], server: Server, place: Place
) -> None:
    engine = process()
    engine.put("teacher", [document(n, f"Иванов {n}", district=f"d{n % 2}") for n in range(1, 10)])
    engine.deliver("teacher")
    searched(engine)
    for index in server.indices(f"{place.prefix}-*"):
        server.delete(index)
    searched(engine)
    assert not engine.breaker.is_open  # the server itself is well
    engine.deliver("teacher")
    assert len(server.indices(f"{place.prefix}-teacher-*")) == 1


def test_a_late_write_does_not_bring_a_deleted_index_back(
    process: Callable[[], ServerEngine], server: Server, place: Place
) -> None:
    engine = process()
    engine.put("teacher", [document(1, "Иванов")])
    engine.deliver("teacher")
    for index in server.indices(f"{place.prefix}-teacher-*"):
        server.delete(index)
    engine.put("teacher", [document(2, "Петров")])
    assert engine.search("teacher", Query("петров")).total == 1
    assert not server.indices(f"{place.prefix}-teacher-*")
