"""Delivery to a search server as one call, for whoever does the background work of the site."""

from typing import Any

from search.engines import get_engine
from search.registry import registry


def has_server() -> bool:
    """Whether the search is answered by a server that has to be told of changes."""
    return hasattr(get_engine(), "deliver")


def deliver_once() -> int:
    """Bring the search server up to the database; how many documents were sent, 0 where nothing waited or none is set.

    Raises EngineUnavailable where the server did not take everything: what is left stays in the log of the
    database's index, the next call goes on from there. Calls may overlap, in one process or in several.
    """
    engine: Any = get_engine()
    return sum(engine.deliver(one.kind) for one in registry) if has_server() else 0
