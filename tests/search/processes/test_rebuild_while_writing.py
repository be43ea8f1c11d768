"""A rebuild while others write: no search fails, nothing is lost, and an interrupted one is cleaned up."""

import time
from collections.abc import Callable, Iterator

import pytest

from tests.search.processes.conftest import Process
from tests.search.processes.servers import SERVERS, behind

TEACHERS = 10_000
WRITES = 600
FEWER = 3000


def found(process: Process, text: str) -> list[int]:
    """The ids of a search that knows all changes; one that does not, because the rebuild holds the lock, says so."""
    deadline = time.monotonic() + 20
    while (answer := process.do("search", text))["stale"] and time.monotonic() < deadline:
        time.sleep(0.1)
    return list(answer["ids"])


@pytest.fixture(params=["embedded", *SERVERS])
def environment(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Each engine in turn, as the environment of a process that uses it."""
    if request.param == "embedded":
        yield {}
        return
    with behind(request.param) as server:
        yield server.environment


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_rebuild_with_writes_meanwhile_leaves_no_drift(
    start: Callable[..., Process], environment: dict[str, str]
) -> None:
    builder, writer = start(**environment), start(**environment)
    builder.do("prepare", TEACHERS)
    builder.do("deliver")
    builder.begin("rebuild")
    for step in range(WRITES):
        number = 1 + step * 17 % TEACHERS
        writer.do(("save", "update", "raw")[step % 3], number, f"правка{step}")
        assert found(writer, f"правка{step}") == [number]
        if step % 10 == 0:
            writer.do("create", 2 * TEACHERS + step, 1)
            writer.do("delete", number)
    assert abs(builder.result() - TEACHERS) <= 1  # each withdrawn one is followed by a new one
    assert "sent" in builder.do("deliver")
    for process in (builder, writer):
        assert process.do("drift") == [[], [], []]
        everybody = process.do("search", "")
        assert (everybody["total"], everybody["from_reserve"]) == (TEACHERS, False)
    assert writer.do("search", f"правка{WRITES - 1}")["total"] == 1


@pytest.mark.slow
def test_an_interrupted_rebuild_harms_nothing_and_the_next_one_ends_well(start: Callable[[], Process]) -> None:
    builder, reader = start(), start()
    builder.do("prepare", FEWER)
    builder.begin("rebuild")
    time.sleep(0.3)
    builder.kill()
    assert reader.do("search", "")["total"] == FEWER
    reader.do("save", 5, "другое")
    assert reader.do("search", "другое")["ids"] == [5]
    assert reader.do("rebuild") == FEWER
    assert reader.do("search", "другое")["ids"] == [5]
    assert reader.do("drift") == [[], [], []]
