"""After a failure one caller tries, the others do not wait."""

import pytest

from search.elastic import breaker as breaking
from search.elastic.breaker import Breaker


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(breaking.time, "monotonic", lambda: now[0])
    return now


def test_one_caller_tries_after_the_pause(clock: list[float]) -> None:
    breaker = Breaker()
    breaker.failed()
    assert not breaker.allows()
    clock[0] += breaking.FIRST_PAUSE
    assert [breaker.allows() for _ in range(3)] == [True, False, False]
    breaker.succeeded()
    assert [breaker.allows() for _ in range(3)] == [True, True, True]


def test_pauses_grow_up_to_a_limit(clock: list[float]) -> None:
    breaker = Breaker()
    waited = []
    for _ in range(8):
        breaker.failed()
        before = clock[0]
        while not breaker.allows():
            clock[0] += 0.5
        waited.append(clock[0] - before)
    assert waited == sorted(waited)
    assert waited[0] == breaking.FIRST_PAUSE and waited[-1] == breaking.LONGEST_PAUSE
