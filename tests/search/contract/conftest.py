"""The engines that keep the contract; a server's engine joins by one line here."""

import pytest

from search.embedded.engine import EmbeddedEngine
from search.interface import Engine


@pytest.fixture(params=["embedded"])
def contracted(request: pytest.FixtureRequest, engine: EmbeddedEngine) -> Engine:
    """Each engine in turn, empty."""
    return {"embedded": engine}[request.param]
