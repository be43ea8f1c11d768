"""docs/architecture.md names files that exist, and the decisions are all in their list."""

from __future__ import annotations

import re

from tests.servers import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text()
FILE = re.compile(r"`((?:cms|mentoring|bestpractices|search|demo|docs|templates)/[\w./-]+\.\w+)`")


def test_every_named_file_exists() -> None:
    named = set(FILE.findall(PAGE))
    assert len(named) > 50
    assert sorted(path for path in named if not (ROOT / path).is_file()) == []


def test_every_step_names_its_file() -> None:
    ways = re.split(r"^## ", PAGE, flags=re.M)[1:]
    assert len(ways) == 6
    for way in ways:
        steps = re.split(r"^\d+\. ", way.partition("\n")[2].partition("\n\nWho may")[0], flags=re.M)[1:]
        assert len(steps) >= 5, way.splitlines()[0]
        nameless = [step for step in steps if not FILE.search(step) and "(way " not in step]
        assert nameless == [], way.splitlines()[0]


def test_every_decision_stands_in_the_list_under_a_number_of_its_own() -> None:
    folder = ROOT / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("[0-9]*.md"))
    numbers = [name[:4] for name in files]
    assert len(set(numbers)) == len(numbers)
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text())
    assert listed == files
    for name in files:
        assert (folder / name).read_text().startswith(f"# {name[:4]}"), name
