"""Somebody else's long transaction keeps the index from being written, never a search from being answered."""

import time
from collections.abc import Callable

import pytest

from tests.search.processes.conftest import Process


@pytest.mark.slow
def test_a_search_answers_soon_while_the_database_is_locked_and_catches_up_afterwards(
    start: Callable[[], Process],
) -> None:
    holder, reader = start(), start()
    holder.do("prepare", 20)
    assert reader.do("search", "слово7")["ids"] == [7]
    holder.do("update", 7, "поздно")  # noted, not yet indexed
    holder.begin("hold", 3.0)
    time.sleep(0.3)
    started = time.monotonic()
    answer = reader.do("search", "слово7")
    assert time.monotonic() - started < 1.0
    assert answer["ids"] == [7] and answer["stale"]
    holder.result()
    time.sleep(2.1)  # the pause after a failed try
    assert reader.do("search", "поздно")["ids"] == [7]
    assert not reader.do("search", "поздно")["stale"]
