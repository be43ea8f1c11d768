"""The content hash changes with the content and with nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from tests.search.sample.kind import document

BASE = document(1, "Иванова", about="уроки", subjects=["Физика", "Химия"], district="d1")


@pytest.mark.parametrize(
    "change",
    [
        {"texts": {**BASE.texts, "about": "урок"}},
        {"facets": {**BASE.facets, "district": ("d2",)}},
        {"keys": {**BASE.keys, "places": 5}},
        {"card": {"name": "Иванова А."}},
        {"valid_until": date(2030, 1, 1)},
        {"suggestions": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_part_counts(change: dict[str, object]) -> None:
    assert replace(BASE, **change).content_hash() != BASE.content_hash()  # type: ignore[arg-type]


def test_the_order_of_codes_and_empty_values_do_not_count() -> None:
    same = replace(
        BASE,
        facets={**BASE.facets, "subject": ("Химия", "Физика"), "none": ()},
        texts={**BASE.texts, "empty": ""},
    )
    assert same.content_hash() == BASE.content_hash()
