"""Who answers on a search server: our engine, the bodies that it sends and nothing around them, Wagtail's backend."""

import http.client
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

import orjson
from wagtail.search.backends import get_search_backend

from benchmarks.contenders.answer import Answer
from benchmarks.contenders.wagtail import Wagtail
from benchmarks.models import Entry
from benchmarks.queries import Asked
from search.elastic.clients import ElasticsearchServer, OpenSearchServer, Server
from search.elastic.engine import ServerEngine
from search.elastic.place import Place
from search.mentors.schema import KIND

PREFIX = "duet-bench"
CLIENTS = {"elasticsearch": ElasticsearchServer, "opensearch": OpenSearchServer}
BACKENDS = {
    "elasticsearch": "wagtail.search.backends.elasticsearch9",
    "opensearch": "wagtail.search.backends.opensearch3",
}


class PatientEngine(ServerEngine):
    """Never hides behind the database."""

    patience = 60.0


class Engine:
    """The engine of the product on a server, as the search page uses it."""

    name = "engine"
    may_be_slow = False
    words = "the engine of the product: words read, body built, answer taken apart, freshness asked for"

    def __init__(self, server: Server) -> None:
        self.engine = PatientEngine(server, Place(PREFIX, shards=1, replicas=0))

    def can(self, asked: Asked) -> bool:
        return True

    def agrees(self, asked: Asked) -> bool:
        return True

    def answer(self, asked: Asked) -> Answer:
        result = self.engine.search(KIND, asked.query)
        if result.from_reserve:
            raise RuntimeError("the database answered for the server")
        return Answer(result.total, tuple(hit.id for hit in result.hits), result.facets)


class Raw:
    """The bodies of the engine, ready made, over one kept connection; the answer is parsed and looked at no further."""

    name = "raw"
    may_be_slow = False
    words = "the same bodies, ready made, by http.client over one connection; the answer parsed as JSON, no more"

    def __init__(self, url: str, engine: Engine) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        self._engine = engine
        self._recorded: dict[int, list[tuple[str, bytes]]] = {}

    def can(self, asked: Asked) -> bool:
        return True

    def agrees(self, asked: Asked) -> bool:
        return False

    def record(self, asked: Asked) -> None:
        """Keep what the engine sends for this query."""
        server: Any = self._engine.engine.server
        sent: list[tuple[str, bytes]] = []
        original = server.msearch

        def spy(index: str, bodies: Sequence[Any], seconds: float) -> Any:
            lines = b"".join(orjson.dumps(line) + b"\n" for body in bodies for line in ({}, body))
            sent.append((f"/{index}/_msearch", lines))
            return original(index, bodies, seconds)

        server.msearch = spy
        try:
            self._engine.answer(asked)
        finally:
            del server.msearch
        self._recorded[id(asked)] = sent

    def answer(self, asked: Asked) -> Answer:
        for path, body in self._recorded[id(asked)]:
            self._connection.request("POST", path, body, {"Content-Type": "application/x-ndjson"})
            orjson.loads(self._connection.getresponse().read())
        return Answer(0, (), {})


class WagtailOnServer(Wagtail):
    """Wagtail's backend for this server; what it cannot answer at all it is not asked."""

    name = "Wagtail"
    words = "Wagtail's own backend for this server: search(), and facet() for each facet (ten values of each at most)"

    def __init__(self) -> None:
        super().__init__()
        self._backend = get_search_backend("server")

    def agrees(self, asked: Asked) -> bool:
        return False  # ten values of a facet, and other words


def index_for_wagtail() -> None:
    """As `update_index` does: a new index, all objects in portions."""
    backend = get_search_backend("server")
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(Entry))
    index = rebuilder.start()
    index.add_model(Entry)
    entries = Entry.objects.prefetch_related("subjects", "directions", "audiences", "forms", "meetings").order_by("pk")
    portion: list[Entry] = []
    for entry in entries.iterator(chunk_size=1000):
        portion.append(entry)
        if len(portion) == 1000:
            index.add_items(Entry, portion)
            portion = []
    index.add_items(Entry, portion)
    rebuilder.finish()
    index.refresh()
