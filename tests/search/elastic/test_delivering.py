"""Changes reach the cluster through the log of the database's index: once, in order, and never by halves."""

import time
from collections.abc import Callable

import pytest
from django.db import transaction

from search.elastic.clients import Server
from search.elastic.engine import ServerEngine
from search.elastic.errors import IndexGone
from search.elastic.place import Place
from search.elastic.sending import send
from search.elastic.sources import Source
from search.embedded import generations, rows
from search.embedded.models import LogEntry
from search.interface import Query
from tests.search.sample.kind import SCHEMA, document

Process = Callable[[], ServerEngine]


@pytest.fixture
def built(process: Process) -> ServerEngine:
    """Ten teachers in the database's index and on the server."""
    engine = process()
    engine.put("teacher", [document(n, f"Иванов {n}", about="шахматы", places=n) for n in range(1, 11)])
    engine.deliver("teacher")
    return engine


def delivered(engine: ServerEngine, text: str) -> list[int]:
    """What the server itself finds, with what it is sent first."""
    found = engine._from_server("teacher", Query(text, literal=True), lambda *asked: asked)
    assert found is not None, "the database answered in the place of the server"
    return sorted(hit.id for hit in engine.search("teacher", Query(text, literal=True)).hits)


def test_changes_are_added_to_the_index_that_is_there(built: ServerEngine) -> None:
    before = built.delivery.pointer("teacher")
    built.put("teacher", [document(3, "Петров", about="робототехника"), document(20, "Ким Вера", about="шахматы")])
    built.remove("teacher", [1, 2])
    assert delivered(built, "шахматы") == [4, 5, 6, 7, 8, 9, 10, 20]
    assert delivered(built, "робототехника") == [3]
    after = built.delivery.pointer("teacher")
    assert before is not None and after is not None
    assert after.alias == before.alias and after.sequence > before.sequence


def test_what_one_process_delivered_another_does_not_send_again(built: ServerEngine, process: Process) -> None:
    built.put("teacher", [document(3, "Петров", about="робототехника")])
    assert delivered(built, "робототехника") == [3]
    other = process()
    other.delivery._send = None  # type: ignore[assignment,method-assign]
    assert delivered(other, "робототехника") == [3]


def test_a_late_sender_that_knows_less_changes_nothing(built: ServerEngine) -> None:
    pointer = built.delivery.pointer("teacher")
    assert pointer is not None
    built.put("teacher", [document(3, "Петров", about="робототехника")])
    assert delivered(built, "робототехника") == [3]
    number = rows.fetch("SELECT number FROM duet_search_storeddocument WHERE object_id = 3")[0][0]
    send(built.server, pointer.alias, [Source(number, None)], pointer.sequence, 30, refresh=True)
    assert delivered(built, "робототехника") == [3]


def test_a_log_trimmed_past_the_server_asks_for_a_new_index(
    built: ServerEngine, server: Server, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.put("teacher", [document(3, "Петров", about="робототехника")])
    LogEntry.objects.filter(sequence__lt=(rows.head() or pytest.fail()).sequence).delete()
    built.delivery.forget()
    assert built.search("teacher", Query("робототехника")).total == 1  # the database answers meanwhile
    built.deliver("teacher")
    assert delivered(built, "робототехника") == [3]
    assert len(server.indices(f"{place.prefix}-teacher-*")) == 1


def test_a_rebuild_ends_with_one_new_index(built: ServerEngine, server: Server, place: Place) -> None:
    before = set(server.indices(f"{place.prefix}-teacher-*"))
    assert built.rebuild("teacher") == 0  # the documents had no rows behind them
    after = set(server.indices(f"{place.prefix}-teacher-*"))
    assert len(after) == 1 and not after & before
    assert built.search("teacher", Query()).total == 0


def test_nothing_uncommitted_is_sent(built: ServerEngine) -> None:
    before = built.delivery.pointer("teacher")
    built._inside_transactions = False
    with transaction.atomic():
        built.put("teacher", [document(3, "Петров", about="робототехника")])
        assert built.search("teacher", Query("робототехника")).total == 1
    assert built.delivery.pointer("teacher") == before


def test_the_index_of_another_schema_is_not_asked(built: ServerEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "VERSION", generations.VERSION + 1)
    built.delivery.forget()
    with pytest.raises(IndexGone):
        built.delivery.alias(SCHEMA, _generation(), rows.head() or pytest.fail(), time.monotonic() + 30)


def test_what_the_server_lacks_or_has_too_much_is_named(built: ServerEngine) -> None:
    pointer = built.delivery.pointer("teacher")
    assert pointer is not None
    extra = {"id": 77, "number": 500, "hash": "x"}
    version = (rows.head() or pytest.fail()).sequence
    send(built.server, pointer.alias, [Source(0, None), Source(500, extra)], version, 30, refresh=True)
    ours = set(built.status("teacher").drift.extra)  # no rows of the site stand behind the sample's documents
    assert 77 in ours
    assert built.status("teacher").drift.missing == (1,)


def _generation() -> int:
    found = rows.live_generation("teacher")
    assert found is not None
    return found[0]
