"""The engine that answers from a cluster, and from the database where the cluster does not."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from search.elastic import answering, comparing
from search.elastic.answering import Question
from search.elastic.breaker import Breaker
from search.elastic.clients import ElasticsearchServer, OpenSearchServer, Server
from search.elastic.delivering import Delivery, Place
from search.elastic.errors import IndexGone, ServerFailed
from search.embedded.engine import EmbeddedEngine
from search.interface.engine import Progress, Status
from search.interface.query import Query
from search.interface.result import Relaxation, Result
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

    def __init__(self, server: Server, place: Place, *, inside_transactions: bool = False) -> None:
        super().__init__()
        self.server = server
        self.breaker = Breaker()
        self.delivery = Delivery(server, place)
        self._inside_transactions = inside_transactions

    def search(self, kind: str, query: Query) -> Result:
        """One page of what matches, with counts."""
        found = self._from_server(kind, query, answering.answer)
        return found if found is not None else super().search(kind, query)

    def relaxations(self, kind: str, query: Query) -> tuple[Relaxation, ...]:
        """For each single condition the total without it, where that is not zero."""
        found = self._from_server(kind, query, answering.relaxed)
        return found if found is not None else super().relaxations(kind, query)

    def rebuild(self, kind: str, report: Callable[[Progress], None] | None = None) -> int:
        """Index everything anew in the database, then in the cluster; searches go on from what there is."""
        super().rebuild(kind, report)
        return self.delivery.build(registry.get(kind).schema, report)

    def deliver(self, kind: str, seconds: float = 60.0) -> bool:
        """Bring the cluster up to now, with a new index where the old one cannot be continued; True once it is."""
        self.refresh(seconds)
        schema = registry.get(kind).schema
        for attempt in (1, 2):
            head = self._caught_up()
            state = self._snapshots.current(schema, head) if head else None
            if head is None or state is None:
                return True
            try:
                if self.delivery.caught_up(schema, state.generation, head, time.monotonic() + seconds):
                    self.breaker.succeeded()
                    return True
            except IndexGone:
                self.delivery.forget()
            if attempt == 1:
                self.delivery.build(schema)
        return False

    def status(self, kind: str) -> Status:
        """Compare the cluster and the database's index with the database."""
        return comparing.with_server(super().status(kind), self.server, self.delivery.pointer(kind), kind)

    def forget(self) -> None:
        """Drop what this process keeps, what it thinks of the cluster too."""
        super().forget()
        self.delivery.forget()
        self.breaker = Breaker()

    def _from_server(self, kind: str, query: Query, ask: Callable[[Server, str, Question, float], T]) -> T | None:
        """What the cluster says; None where the database has to answer."""
        schema = registry.get(kind).schema
        if connection.in_atomic_block and not self._inside_transactions:
            return None
        head = self._caught_up()
        if head is None or head.pending or not self.breaker.allows():
            return None
        read = self._consistent(
            schema, head, lambda state: (state.generation, answering.question(state, schema, query))
        )
        if read is None:
            return None
        deadline = time.monotonic() + self.patience
        try:
            alias = self.delivery.caught_up(schema, read[0], head, deadline)
            found = ask(self.server, alias, read[1], deadline) if alias else None
        except IndexGone:
            self.delivery.forget()
            return None
        except ServerFailed as error:
            self._failed(error)
            return None
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
