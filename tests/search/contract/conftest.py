"""The engines that keep the contract, each against its real server."""

from collections.abc import Iterator
from typing import Any

import pytest

from search.elastic.engine import ServerEngine
from search.elastic.errors import ServerFailed
from search.embedded import rows
from search.embedded.engine import EmbeddedEngine
from search.interface import Engine
from tests.search.servers import connected, own_place


class AloneEngine(ServerEngine):
    """An engine on a server that may not hide behind the database: what the server does not answer fails the test."""

    patience = 30.0  # a busy machine is no failure
    _delivered: rows.Head | None = None

    def _from_server(self, kind: str, *asked: Any) -> Any:
        try:
            if (head := rows.head()) != self._delivered:  # thousands of queries ask about one state
                self.deliver(kind)
                self._delivered = head
            found = super()._from_server(kind, *asked)
        except ServerFailed as error:
            pytest.fail(f"the server did not answer: {error}")
        assert found is not None, "the database answered in the place of the server"
        return found


@pytest.fixture(params=["embedded", "elasticsearch", "opensearch"])
def contracted(request: pytest.FixtureRequest, engine: EmbeddedEngine) -> Iterator[Engine]:
    """Each engine in turn, empty."""
    if request.param == "embedded":
        yield engine
        return
    server = connected(request.param)
    with own_place(server) as place:
        yield AloneEngine(server, place, inside_transactions=True)
