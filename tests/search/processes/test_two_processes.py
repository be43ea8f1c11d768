"""What one process writes, the other finds in its very next request."""

from collections.abc import Callable

import pytest

from tests.search.processes.conftest import Process

TEACHERS = 40


@pytest.mark.timeout(300)
@pytest.mark.parametrize("writes", [100, pytest.param(1000, marks=pytest.mark.slow)])
def test_every_write_is_found_by_the_other_process_at_once(start: Callable[[], Process], writes: int) -> None:
    pair = (start(), start())
    pair[0].do("prepare", TEACHERS)
    words = {number: f"слово{number}" for number in range(1, TEACHERS + 1)}
    for step in range(writes):
        writer, reader = pair if step % 2 else pair[::-1]
        number = 1 + step % TEACHERS
        before, words[number] = words[number], f"правка{step}"
        writer.do(("save", "update", "raw")[step % 3], number, words[number])
        assert reader.do("search", words[number])["ids"] == [number], f"write {step} was missed"
        assert reader.do("search", before)["total"] == 0, f"write {step} left its old word"
    assert pair[0].do("drift") == [[], [], []]


def test_created_renamed_and_withdrawn_reach_the_other_process(start: Callable[[], Process]) -> None:
    writer, reader = start(), start()
    writer.do("prepare", 5)
    assert reader.do("search", "")["total"] == 5
    writer.do("create", 100, 50)
    assert reader.do("search", "")["total"] == 55
    writer.do("rename", "Гимназия имени Сухомлинского")
    assert reader.do("search", "гимназия Сухомлинского")["total"] == 55
    assert reader.do("search", "лесная")["total"] == 0
    writer.do("delete", 101)
    assert reader.do("search", "слово101")["total"] == 0
    assert reader.do("drift") == [[], [], []]
