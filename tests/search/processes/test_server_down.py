"""A search server that is away or silent while the site goes on working (T6, T7), and one that loses its builder."""

import statistics
import time
from collections.abc import Callable, Iterator

import pytest

from tests.search.elastic import proxy as proxies
from tests.search.processes.conftest import Process
from tests.search.processes.servers import SERVERS, Behind, behind

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

Start = Callable[..., Process]
WRITES = ("save", "update", "raw")


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest) -> Iterator[Behind]:
    """Each product in turn."""
    with behind(request.param) as found:
        yield found


def delivered(process: Process, seconds: float = 60.0) -> float:
    """The seconds until the server knows everything, asked as a background worker asks."""
    started = time.monotonic()
    while "failure" in (answer := process.do("deliver")):
        assert time.monotonic() - started < seconds, answer
        time.sleep(0.5)
    return time.monotonic() - started


def test_a_thousand_edits_and_two_hundred_deletes_reach_a_server_that_was_away(start: Start, server: Behind) -> None:
    process = start(**server.environment)
    process.do("prepare", 1500)
    delivered(process)
    before = server.indices
    server.proxy.mood = proxies.hanging_up
    for step in range(1000):
        process.do(WRITES[step % 3], 1 + step % 1200, f"правка{step}")
    for number in range(1201, 1401):
        process.do("remove" if number % 2 else "delete", number)
    away = process.do("search", "правка999")
    assert away["total"] == 1 and away["from_reserve"]
    assert "failure" in process.do("deliver")
    server.proxy.mood = proxies.well
    assert delivered(process) <= 60
    assert process.do("drift") == [[], [], []]
    assert process.do("state") == {"behind": 0, "failure": "", "documents": 1300}
    assert server.indices == before, "the log was enough: no new index"
    reader = start(**server.environment)
    for text, total in (("правка999", 1), ("слово1201", 0), ("слово1300", 0), ("слово1450", 1), ("", 1300)):
        found = reader.do("search", text)
        assert (found["total"], found["from_reserve"]) == (total, False), text


def test_a_silent_server_slows_no_save_and_costs_one_search_a_second(start: Start, server: Behind) -> None:
    process = start(**server.environment)
    process.do("prepare", 300)
    delivered(process)
    process.do("search", "слово7")
    taken: dict[str, list[float]] = {"well": [], "silent": []}
    for step in range(120):
        name = ("well", "silent")[step % 2]
        server.proxy.mood = getattr(proxies, name)
        taken[name].append(process.do("timed_save", 1 + step, f"правка{step}"))
    normal, silent = (statistics.median(taken[name]) for name in ("well", "silent"))
    assert silent <= 1.3 * normal
    server.proxy.mood = proxies.silent
    waits = []
    for _ in range(6):
        started = time.monotonic()
        found = process.do("search", "правка119")
        waits.append(time.monotonic() - started)
        assert found["total"] == 1 and found["from_reserve"]
    assert max(waits) <= 1.5 and sum(waits) <= 2.5, waits
    server.proxy.mood = proxies.well
    assert delivered(process) <= 60
    assert not process.do("search", "правка119")["from_reserve"]


def test_a_killed_builder_of_a_new_index_is_followed_by_another_that_goes_on_from_there(
    start: Start, server: Behind
) -> None:
    builder, reader = start(**server.environment), start(**server.environment)
    builder.do("prepare", 4000)
    delivered(builder)
    (old,) = server.indices
    bulks = server.bulks()
    builder.begin("rebuild")
    while server.bulks() < bulks + 4:
        time.sleep(0.01)
    builder.kill()
    assert len(server.indices) == 2
    assert reader.do("search", "")["total"] == 4000
    assert "BeingBuilt" in reader.do("deliver")["failure"], "nobody knows yet that it was killed"
    reader.do("save", 5, "другое")
    reader.do("take_for_dead_after", 1.0)
    bulks = server.bulks()
    assert delivered(reader) <= 60
    assert server.bulks() - bulks <= 8, "not from the beginning: eight portions would be all, and one more the change"
    found = reader.do("search", "другое")
    assert found["ids"] == [5] and not found["from_reserve"]
    assert reader.do("drift") == [[], [], []]
    assert len(server.indices) == 1 and server.indices != [old]


def test_a_server_that_was_away_for_longer_than_the_log_lasts_gets_a_new_index_by_itself(
    start: Start, server: Behind
) -> None:
    process = start(**server.environment)
    process.do("prepare", 300)
    delivered(process)
    before = server.indices
    server.proxy.mood = proxies.hanging_up
    process.do("forget_changes", 10)
    for step in range(60):
        process.do(WRITES[step % 3], 1 + step, f"правка{step}")
    process.do("forget_changes", 10)
    server.proxy.mood = proxies.well
    found = process.do("search", "правка59")
    assert found["total"] == 1 and found["from_reserve"], "the database answers until the new index stands"
    assert delivered(process) <= 60
    assert process.do("drift") == [[], [], []]
    assert len(server.indices) == 1 and server.indices != before
    assert not process.do("search", "правка59")["from_reserve"]
