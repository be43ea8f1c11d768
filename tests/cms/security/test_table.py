"""docs/security.md names files and tests that exist, and says of each requirement how it stands."""

from __future__ import annotations

import re

import pytest

from tests.servers import ROOT

TABLE = (ROOT / "docs" / "security.md").read_text()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TABLE.splitlines()
    if line.startswith("| ") and not line.startswith(("| no.", "| ---"))
]
STATES = ("held", "part", "not yet", "n/a", "by ")
#: How many requirements of levels 1 and 2 each section of ASVS 5.0.0 begins with; level 3 follows them.
ASKED = {
    1: {1: 2, 2: 9, 3: 11, 4: 3, 5: 2},
    2: {1: 3, 2: 3, 3: 4, 4: 1},
    3: {2: 2, 3: 4, 4: 6, 5: 5, 7: 2},
    4: {1: 3, 2: 1, 3: 2, 4: 4},
    5: {1: 1, 2: 3, 3: 2, 4: 3},
    6: {1: 3, 2: 12, 3: 4, 4: 4, 5: 5, 6: 3, 8: 4},
    7: {1: 3, 2: 4, 3: 2, 4: 5, 5: 2, 6: 2},
    8: {1: 2, 2: 3, 3: 1, 4: 1},
    9: {1: 3, 2: 4},
    10: {1: 2, 2: 2, 3: 4, 4: 11, 5: 5, 6: 2, 7: 3},
    11: {1: 2, 2: 3, 3: 3, 4: 4, 5: 1, 6: 1},
    12: {1: 3, 2: 2, 3: 4},
    13: {1: 1, 2: 5, 3: 2, 4: 5},
    14: {1: 2, 2: 4, 3: 3},
    15: {1: 3, 2: 3, 3: 7},
    16: {1: 1, 2: 5, 3: 4, 4: 3, 5: 3},
}
LEVEL_3 = {"1.2.10"}
NUMBER = r"\d+\.\d+(?:\.\d+)?"
PATH = re.compile(r"`([\w./-]+/[\w./-]+|[\w.-]+\.(?:yaml|md)|Dockerfile)(?:::(\w+))?`")


def test_every_row_says_how_it_stands() -> None:
    assert len(ROWS) > 90
    for row in ROWS:
        assert len(row) == 5, row
        assert row[2].startswith(STATES), row
        if row[2].startswith(("not yet", "n/a")):
            assert row[4] == "–", f"{row[0]}: what is not held has no test"


def test_every_chapter_is_there() -> None:
    numbers = {int(number) for row in ROWS for number in re.findall(r"(?:^|, | – )(\d+)", row[0])}
    assert set(range(1, 17)) <= numbers
    assert "V17" in TABLE


def told(cell: str) -> list[str]:
    """«1.2.1 – 1.2.3, 1.2.5» and «10.1 – 10.7»: every requirement that a row speaks of."""
    found: list[str] = []
    for part in cell.split(", "):
        assert re.fullmatch(rf"{NUMBER}(?: – {NUMBER})?", part), f"{cell}: {part}"
        first, _dash, last = part.partition(" – ")
        *above, begin = map(int, first.split("."))
        *same, end = map(int, (last or first).split("."))
        assert above == same and begin <= end, f"{cell}: a range stays in its section"
        for number in range(begin, end + 1):
            one = [*above, number]
            parts = range(1, ASKED[one[0]][one[1]] + 1) if len(one) == 2 else ()
            found += [".".join(map(str, [*one, last])) for last in parts] or [".".join(map(str, one))]
    return found


def test_every_requirement_of_both_levels_stands_once_under_its_number() -> None:
    stand = [number for row in ROWS if not row[0].endswith("(own)") for number in told(row[0])]
    asked = {f"{c}.{s}.{n}" for c, ss in ASKED.items() for s, many in ss.items() for n in range(1, many + 1)}
    assert len(stand) == len(set(stand)), sorted(number for number in stand if stand.count(number) > 1)
    assert set(stand) == asked | LEVEL_3, sorted(set(stand) ^ (asked | LEVEL_3))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_files_and_tests_exist(row: list[str]) -> None:
    for path, name in PATH.findall(" ".join(row[3:])):
        if path.startswith("/"):
            continue  # an address of the site
        assert (ROOT / path).exists(), f"{row[0]}: {path}"
        if name:
            assert re.search(rf"^ *def {name}\(", (ROOT / path).read_text(), re.MULTILINE), f"{row[0]}: {path}::{name}"
