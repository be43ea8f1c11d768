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


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_files_and_tests_exist(row: list[str]) -> None:
    for path, name in PATH.findall(" ".join(row[3:])):
        if path.startswith("/"):
            continue  # an address of the site
        assert (ROOT / path).exists(), f"{row[0]}: {path}"
        if name:
            assert re.search(rf"^ *def {name}\(", (ROOT / path).read_text(), re.MULTILINE), f"{row[0]}: {path}::{name}"
