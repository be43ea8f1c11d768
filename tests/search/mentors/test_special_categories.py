"""«Педагог-методист» and «педагог-наставник» stand beside the highest category: found, counted and shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import Shown

Look = Callable[..., Shown]


@pytest.fixture
def bank(region: Region) -> Region:
    region.mentor("Алексеева", "klyuchi-1", "mathematics", category="highest", special_categories=["methodist"])
    region.mentor("Борисова", "klyuchi-2", "mathematics", category="highest")
    region.mentor("Васильева", "lipovets-1", "physics", category="first")
    return region


@pytest.mark.parametrize(("code", "total"), [("highest", 2), ("methodist", 1), ("mentor", 0)])
def test_the_facet_finds_those_who_hold_the_category(bank: Region, look: Look, code: str, total: int) -> None:
    assert look(f"category={code}").total == total


def test_two_categories_are_either_of_them(bank: Region, look: Look) -> None:
    assert look("category=methodist&category=first").total == 2
