"""The engine that answers from a cluster, and from the database where the cluster does not."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from cms.freshness.making import unremembered
from search.elastic import answering, comparing
from search.elastic.answering import Question
from search.elastic.breaker import Breaker
from search.elastic.clients import ElasticsearchServer, OpenSearchServer, Server
from search.elastic.delivering import Delivery
from search.elastic.errors import IndexBehind, IndexGone, IndexUnfit, ServerFailed
from search.elastic.place import Place
from search.embedded import face
from search.embedded.face import EmbeddedEngine, Head
from search.interface.engine import Progress, Status
from search.interface.query import Query
from search.interface.result import Relaxation, Result
from search.interface.schema import Schema
from search.registry import registry

T = TypeVar("T")

logger = logging.getLogger(__name__)

PATIENCE = 1.0  # seconds that a visitor waits for the cluster before the database answers


class ServerEngine(EmbeddedEngine):
    """The database's index stays complete: it reads the words, feeds the cluster, and answers for it when it fails.

    `inside_transactions`: ask the cluster even where the caller's transaction may still be rolled back. The cluster
    would keep what was never committed, so only tests that throw their index away may say so.
    """

    patience = PATIENCE
    product = "cluster"

    def __init__(self, server: Server, place: Place, *, inside_transactions: bool = False) -> None:
        super().__init__()
        self.server = server
        self.breaker = Breaker()
        self.delivery = Delivery(server, place)
        self._hopeless: dict[str, int] = {}  # kind: the generation of which the cluster refuses a document
        self._inside_transactions = inside_transactions

    def _answer(self, kind: str, query: Query) -> Result:
        try:
            found = self._from_server(kind, query, answering.answer)
        except IndexBehind:
            found = None  # for a moment the database is the quicker one
        except ServerFailed:
            unremembered()  # pages say that the server is away
            return replace(super()._answer(kind, query), from_reserve=True)
        return found if found is not None else super()._answer(kind, query)

    def relaxations(self, kind: str, query: Query) -> tuple[Relaxation, ...]:
        """For each single condition the total without it, where that is not zero."""
        try:
            found = self._from_server(kind, query, answering.relaxed)
        except ServerFailed:
            unremembered()
            return super().relaxations(kind, query)
        return found if found is not None else super().relaxations(kind, query)

    def rebuild(self, kind: str, report: Callable[[Progress], None] | None = None) -> int:
        """Index everything anew in the database, then in the cluster; searches go on from what there is."""
        documents = super().rebuild(kind, report)
        self._hopeless.pop(kind, None)
        self.delivery.build_or_wait(registry.get(kind).schema, report)
        self.deliver(kind)  # what changed meanwhile
        return documents

    def deliver(self, kind: str, seconds: float = 60.0) -> int:
        """Bring the cluster up to now; how many documents were sent.

        An index that is missing, or that the log no longer leads to now from, is built anew beside the old one.
        Raises IndexBehind where `seconds` were not enough, BeingBuilt where another process builds.
        """
        self.refresh(seconds)
        schema, head, generation = registry.get(kind).schema, face.head(), face.living(kind)
        if head is None or generation is None:
            return 0
        deadline = time.monotonic() + seconds
        try:
            sent = self.delivery.deliver(schema, generation, head, deadline)
        except (IndexGone, IndexUnfit) as error:
            self._may_be_built(kind, generation, error)
            sent = self._built(schema, generation)
            sent += self.delivery.deliver(schema, generation, face.head() or head, deadline + seconds)
        self.breaker.succeeded()
        return sent

    def _may_be_built(self, kind: str, generation: int, error: ServerFailed) -> None:
        """A document that a new index refuses as well would have all others sent again and again."""
        if self._hopeless.get(kind) == generation:
            raise error

    def _built(self, schema: Schema, generation: int) -> int:
        logger.warning("The search server's index of «%s» is built anew", schema.kind)
        try:
            return self.delivery.build(schema)
        except IndexUnfit as error:
            self._hopeless[schema.kind] = generation
            logger.error("The search server refuses a document of «%s»: %s", schema.kind, error)
            raise

    def status(self, kind: str) -> Status:
        """Compare the cluster and the database's index with the database; a cluster that fails is no error."""
        own = super().status(kind)
        try:
            return comparing.with_server(own, self.server, self.delivery.pointer(kind), kind)
        except ServerFailed as error:
            return replace(own, failure=str(error))

    def forget(self) -> None:
        """Drop what this process keeps, what it thinks of the cluster too."""
        super().forget()
        self.delivery.forget()
        self.breaker = Breaker()

    def _from_server(self, kind: str, query: Query, ask: Callable[[Server, str, Question, float], T]) -> T | None:
        """What the cluster says; None where it may not be asked, ServerFailed where it cannot answer."""
        schema = registry.get(kind).schema
        if connection.in_atomic_block and not self._inside_transactions:
            return None
        head = self._caught_up()
        if head is None or head.pending:
            return None
        if not self.breaker.allows():
            raise ServerFailed("nobody waits for a server that failed a moment ago")
        read = self._consistent(
            schema, head, lambda state: (state.generation, answering.question(state, schema, query))
        )
        if read is None:
            return None
        return self._in_time(schema, head, *read, ask)

    def _in_time(
        self,
        schema: Schema,
        head: Head,
        generation: int,
        asked: Question,
        ask: Callable[[Server, str, Question, float], T],
    ) -> T:
        deadline = time.monotonic() + self.patience
        try:
            found = ask(self.server, self.delivery.alias(schema, generation, head, deadline), asked, deadline)
        except (IndexBehind, IndexGone):
            self.breaker.succeeded()  # it answers, but does not know everything
            self.delivery.forget()
            raise
        except ServerFailed as error:
            self._failed(error)
            raise
        if time.monotonic() > deadline:
            # Byte by byte an answer outlasts every timeout of the client; the next visitors are spared it.
            self._failed(ServerFailed("the answer came too late"))
        else:
            self.breaker.succeeded()
        return found

    def _failed(self, error: ServerFailed) -> None:
        if not self.breaker.is_open:
            logger.warning("The search server does not answer, the database does: %s", error)
        self.breaker.failed()
        self.delivery.forget()


def _place() -> Place:
    server = settings.DUET_SEARCH_SERVER
    return Place(quote(server["prefix"].lower(), safe=""), server["shards"], server["replicas"])


class ElasticsearchEngine(ServerEngine):
    """Elasticsearch at the addresses of ELASTICSEARCH_URL."""

    def __init__(self) -> None:
        server = settings.DUET_SEARCH_SERVER
        super().__init__(ElasticsearchServer(server["hosts"], server["ca_certs"]), _place())


class OpenSearchEngine(ServerEngine):
    """OpenSearch at the addresses of OPENSEARCH_URL."""

    def __init__(self) -> None:
        server = settings.DUET_SEARCH_SERVER
        super().__init__(OpenSearchServer(server["hosts"], server["ca_certs"]), _place())
