"""Each way in which a server can fail: the visitor has a full answer soon, nothing is lost, and recovery is noticed."""

import time
from collections.abc import Iterator

import pytest

from search.elastic import breaker as breaking
from search.elastic.clients import Server
from search.elastic.engine import ServerEngine
from search.elastic.errors import ServerFailed
from search.elastic.place import Place
from search.embedded.engine import EmbeddedEngine
from search.interface import Query, Result
from tests.search.elastic import proxy as proxies
from tests.search.elastic.proxy import Mood, Proxy
from tests.search.sample.kind import document
from tests.search.servers import CLIENTS, address

SOON = 1.5  # seconds

TROUBLES: dict[str, Mood] = {
    "silent": proxies.silent,
    "hangs up": proxies.hanging_up,
    "drips": proxies.dripping,
    "a foreign page": proxies.not_json,
    "429": proxies.refusing(429, "es_rejected_execution_exception"),
    "500": proxies.refusing(500, "null_pointer_exception"),
    "503": proxies.refusing(503, "cluster_block_exception"),
    "401": proxies.refusing(401, "security_exception"),
}


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    """Between the engine and the server of this test."""
    name = next(name for name, client in CLIENTS.items() if isinstance(server, client))
    with proxies.before(address(name)) as found:
        yield found


@pytest.fixture
def engine_behind(
    server: Server, place: Place, proxy: Proxy, engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> ServerEngine:
    """An engine with nine teachers that the server knows."""
    monkeypatch.setattr(breaking, "FIRST_PAUSE", 0.3)
    found = ServerEngine(type(server)([proxy.url]), place, inside_transactions=True)  # type: ignore[call-arg]
    found.put("teacher", [document(n, f"Иванов {n}", district=f"d{n % 2}") for n in range(1, 10)])
    found.deliver("teacher")
    assert not asked(found).from_reserve
    return found


def asked(engine: ServerEngine) -> Result:
    """A search, right and in time whatever the server does."""
    started = time.monotonic()
    result = engine.search("teacher", Query("иванов", {"district": ("d1",)}))
    assert time.monotonic() - started < SOON
    assert [hit.id for hit in result.hits] == [1, 3, 5, 7, 9]
    assert result.facets["district"] == {"d0": 4, "d1": 5}
    return result


def test_the_database_answers_in_time_and_says_so_until_the_server_is_well(
    engine_behind: ServerEngine, proxy: Proxy
) -> None:
    for name, mood in TROUBLES.items():
        proxy.mood = mood
        # Nobody cuts an answer off that drips in: it costs its one visitor the wait.
        engine_behind.patience = 0.5 if mood is proxies.dripping else SOON - 0.5
        asked(engine_behind)
        assert asked(engine_behind).from_reserve and engine_behind.breaker.is_open, name
        asked_before, started = len(proxy.seen), time.monotonic()
        assert all(asked(engine_behind).from_reserve for _ in range(5)), name
        assert time.monotonic() - started < 0.5, name
        assert len(proxy.seen) == asked_before, f"{name}: nobody waits for a server that has just failed"
        proxy.mood = proxies.well
        time.sleep(0.7)
        engine_behind.patience = 10.0
        assert not asked(engine_behind).from_reserve and not engine_behind.breaker.is_open, name


def test_a_full_disk_loses_nothing(engine_behind: ServerEngine, proxy: Proxy) -> None:
    proxy.mood = proxies.full_disk
    engine_behind.put("teacher", [document(20, "Петров", district="d1")])
    assert engine_behind.search("teacher", Query("петров")).total == 1
    assert engine_behind.search("teacher", Query("петров")).from_reserve
    with pytest.raises(ServerFailed, match="watermark"):
        engine_behind.deliver("teacher")
    proxy.mood = proxies.well
    assert engine_behind.deliver("teacher") == 1
    result = engine_behind.search("teacher", Query("петров"))
    assert result.total == 1 and not result.from_reserve


def test_a_server_that_went_down_while_much_changed_is_brought_up_to_now(
    engine_behind: ServerEngine, proxy: Proxy
) -> None:
    proxy.mood = proxies.refusing(503, "unavailable")
    engine_behind.put("teacher", [document(n, f"Сидоров {n}") for n in range(100, 1400)])
    assert engine_behind.search("teacher", Query("сидоров")).total == 1300
    with pytest.raises(ServerFailed):
        engine_behind.deliver("teacher")
    proxy.mood = proxies.well
    time.sleep(0.7)
    while engine_behind.search("teacher", Query("сидоров")).from_reserve:
        time.sleep(0.1)
    # More than one visitor should wait for: each search sends a portion of it.
    writes = [path for _, path in proxy.seen if "_bulk" in path]
    assert engine_behind.deliver("teacher") <= 1300
    assert len([path for _, path in proxy.seen if "_bulk" in path]) - len(writes) <= 3
    assert engine_behind.search("teacher", Query("сидоров")).total == 1300


def test_an_index_of_another_mapping_is_replaced(engine_behind: ServerEngine, server: Server, place: Place) -> None:
    pointer = engine_behind.delivery.pointer("teacher")
    assert pointer is not None
    server.delete(f"{pointer.alias}-data")
    wrong = {"mappings": {"properties": {"id": {"type": "ip"}}}, "aliases": {pointer.alias: {}}}
    server.create(f"{pointer.alias}-data", wrong)
    engine_behind.put("teacher", [document(20, "Петров", district="d0")])
    assert engine_behind.search("teacher", Query("петров")).from_reserve
    engine_behind.deliver("teacher")
    assert not engine_behind.search("teacher", Query("петров")).from_reserve
    assert len(server.indices(f"{place.prefix}-teacher-*")) == 1


def test_a_document_that_no_index_takes_is_not_tried_again_and_again(
    engine_behind: ServerEngine, proxy: Proxy, caplog: pytest.LogCaptureFixture
) -> None:
    item = {"index": {"_id": "1", "status": 400, "error": {"type": "document_parsing_exception"}}}

    def unfit(passage: proxies.Passage) -> bool:
        if "_bulk" in passage.path:
            passage.reply(200, proxies.json.dumps({"took": 1, "errors": True, "items": [item]}).encode())
            return True
        return False

    proxy.mood = unfit
    engine_behind.put("teacher", [document(20, "Петров")])
    for _ in range(4):
        with pytest.raises(ServerFailed, match="document_parsing"):
            engine_behind.deliver("teacher")
    created = [path for verb, path in proxy.seen if verb == "PUT" and path.endswith("-data")]
    assert len(created) == 2, "the first index and one more try"
    assert engine_behind.search("teacher", Query("петров")).total == 1
    assert "refuses a document" in caplog.text


def test_saves_do_not_wait_for_a_silent_server(engine_behind: ServerEngine, proxy: Proxy) -> None:
    proxy.mood = proxies.silent
    started = time.monotonic()
    for number in range(30, 50):
        engine_behind.put("teacher", [document(number, "Ким")])
        engine_behind.refresh()
    assert time.monotonic() - started < 1.0
    assert not [path for _, path in proxy.seen if "_bulk" in path][1:], "the saves themselves send nothing"


def test_the_status_says_what_is_on_the_way_and_that_the_server_is_silent(
    engine_behind: ServerEngine, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_behind.put("teacher", [document(n, "Ким") for n in (3, 20, 21)])
    assert engine_behind.status("teacher").behind == 3
    engine_behind.deliver("teacher")
    assert engine_behind.status("teacher").behind == 0
    proxy.mood = proxies.refusing(503, "unavailable")
    assert "unavailable" in engine_behind.status("teacher").failure
