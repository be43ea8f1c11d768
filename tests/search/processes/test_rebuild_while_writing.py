"""A rebuild while others write: no search fails, nothing is lost, and an interrupted one is cleaned up."""

import time
from collections.abc import Callable

import pytest

from tests.search.processes.conftest import Process

TEACHERS = 3000


def found(process: Process, text: str) -> list[int]:
    """The ids of a search that knows all changes; one that does not, because the rebuild holds the lock, says so."""
    deadline = time.monotonic() + 20
    while (answer := process.do("search", text))["stale"] and time.monotonic() < deadline:
        time.sleep(0.1)
    return list(answer["ids"])


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_rebuild_with_writes_meanwhile_leaves_no_drift(start: Callable[[], Process]) -> None:
    builder, writer = start(), start()
    builder.do("prepare", TEACHERS)
    builder.begin("rebuild")
    for step in range(150):
        number = 1 + step * 17 % TEACHERS
        writer.do(("save", "update", "raw")[step % 3], number, f"правка{step}")
        assert found(writer, f"правка{step}") == [number]
        if step % 10 == 0:
            writer.do("create", 10_000 + step, 1)
            writer.do("delete", number)
    created = 15
    assert builder.result() == TEACHERS  # as many created as withdrawn
    assert builder.do("search", "")["total"] == TEACHERS - created + created
    assert builder.do("drift") == [[], [], []]
    assert writer.do("drift") == [[], [], []]


@pytest.mark.slow
def test_an_interrupted_rebuild_harms_nothing_and_the_next_one_ends_well(start: Callable[[], Process]) -> None:
    builder, reader = start(), start()
    builder.do("prepare", TEACHERS)
    builder.begin("rebuild")
    time.sleep(0.3)
    builder.kill()
    assert reader.do("search", "")["total"] == TEACHERS
    reader.do("save", 5, "другое")
    assert reader.do("search", "другое")["ids"] == [5]
    assert reader.do("rebuild") == TEACHERS
    assert reader.do("search", "другое")["ids"] == [5]
    assert reader.do("drift") == [[], [], []]
