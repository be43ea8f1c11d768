"""Real processes that search by a real server, with a proxy in between that may misbehave."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from search.elastic.clients import Server
from search.elastic.place import Place
from tests.search.elastic import proxy as proxies
from tests.search.elastic.proxy import Proxy
from tests.search.servers import address, connected, own_place

SERVERS = ("elasticsearch", "opensearch")


@dataclass(frozen=True)
class Behind:
    """A server behind a proxy: `environment` makes a process use it."""

    proxy: Proxy
    server: Server
    place: Place
    environment: dict[str, str]

    @property
    def indices(self) -> list[str]:
        """The indices of the sample kind that stand on the server."""
        return sorted(self.server.indices(f"{self.place.prefix}-teacher-*"))

    def bulks(self) -> int:
        """How many requests have written documents."""
        return sum("_bulk" in path for _, path in self.proxy.seen)


@contextmanager
def behind(name: str) -> Iterator[Behind]:
    """This server behind a proxy, with names of its own."""
    server = connected(name)
    with own_place(server) as place, proxies.before(address(name)) as proxy:
        environment = {f"{name.upper()}_URL": proxy.url, "SEARCH_PREFIX": place.prefix, "SEARCH_REPLICAS": "0"}
        yield Behind(proxy, server, place, environment)
