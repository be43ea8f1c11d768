"""Russian as people type it: word forms, typing errors, the other layout, ё, surnames in any case."""

import pytest

from search.interface import Document, Engine, Query
from tests.search.contract.pairs import pairs
from tests.search.sample.kind import SCHEMA, document

NAMES = ("surnames", "never_names")
ALL = ("word_forms", "typos", "layout", "yo", "surnames", "never", "never_names")


@pytest.fixture
def bank(contracted: Engine) -> dict[str, int]:
    """Every text of every list in one index; returns the id by text."""
    ids: dict[str, int] = {}
    documents: list[Document] = []
    for name in ALL:
        for _, text in pairs(name):
            if text not in ids:
                ids[text] = len(ids) + 1
                person = name in NAMES
                number = ids[text]
                documents.append(document(number, text) if person else document(number, subjects=[text]))
    contracted.put(SCHEMA.kind, documents)
    return ids


def found(engine: Engine, typed: str, limit: int = 10) -> list[int]:
    return [hit.id for hit in engine.search(SCHEMA.kind, Query(typed, page_size=limit)).hits]


@pytest.mark.parametrize(
    ("name", "least"), [("word_forms", 0.95), ("typos", 0.85), ("layout", 0.95), ("yo", 1.0), ("surnames", 0.9)]
)
def test_what_should_match_is_among_the_first_ten(
    contracted: Engine, bank: dict[str, int], name: str, least: float
) -> None:
    asked = pairs(name)
    missed = [(typed, text) for typed, text in asked if bank[text] not in found(contracted, typed)]
    assert 1 - len(missed) / len(asked) >= least, missed


@pytest.mark.parametrize("name", ["never", "never_names"])
def test_what_should_not_match_is_not_found(contracted: Engine, bank: dict[str, int], name: str) -> None:
    wrong = []
    for typed, text in pairs(name):
        literal = contracted.search(SCHEMA.kind, Query(typed, literal=True, page_size=100))
        if bank[text] in [hit.id for hit in literal.hits]:
            wrong.append((typed, text))
    assert not wrong


def test_the_lists_are_long_enough() -> None:
    assert sum(len(pairs(name)) for name in ("word_forms", "typos", "layout", "yo", "surnames")) >= 300
    assert sum(len(pairs(name)) for name in ("never", "never_names")) >= 100
