"""A real server that is stopped (`kill -STOP`) and killed (`kill -KILL`) while the site searches and saves."""

import time
from collections.abc import Callable

import pytest

from tests.search.elastic.own_server import OwnServer, own_server
from tests.search.processes.conftest import Process
from tests.search.processes.servers import SERVERS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def found(process: Process, text: str) -> bool:
    """Whether the server itself answers; the answer is right and in time in any case."""
    started = time.monotonic()
    answer = process.do("search", text)
    assert time.monotonic() - started < 1.5
    assert answer["total"] == 1, text
    return not answer["from_reserve"]


def found_by_the_server(process: Process, text: str, seconds: float = 60) -> None:
    """Somebody searches now and then until the server is found well again."""
    deadline = time.monotonic() + seconds
    while not found(process, text):
        assert time.monotonic() < deadline, "the server was not found again"
        time.sleep(0.5)


@pytest.mark.parametrize("product", SERVERS)
def test_a_server_that_is_stopped_and_then_killed_loses_nothing(start: Callable[..., Process], product: str) -> None:
    with own_server(product) as server:
        environment = {f"{product.upper()}_URL": server.url, "SEARCH_PREFIX": "test-killed", "SEARCH_REPLICAS": "0"}
        process = start(**environment)
        process.do("prepare", 200)
        assert process.do("deliver")["sent"] >= 200
        found_by_the_server(process, "слово7")
        _stopped(server, process)
        _killed(server, process)


def _stopped(server: OwnServer, process: Process) -> None:
    server.stop()
    assert not found(process, "слово7")
    for number in range(1, 21):
        process.do("save", number, f"остановлен{number}")
        assert not found(process, f"остановлен{number}")
    server.resume()
    found_by_the_server(process, "остановлен20")
    assert "sent" in process.do("deliver")
    assert process.do("drift") == [[], [], []]


def _killed(server: OwnServer, process: Process) -> None:
    server.kill()
    for number in range(1, 21):
        process.do("update", number, f"убит{number}")
        assert not found(process, f"убит{number}")
    server.start()  # with nothing in it
    deadline = time.monotonic() + 60
    while "failure" in (answer := process.do("deliver")):
        assert time.monotonic() < deadline, answer
        time.sleep(0.5)
    found_by_the_server(process, "убит20")
    assert process.do("drift") == [[], [], []]
