"""Counting document by document says the same as counting by bitmaps."""

import random

from pyroaring import BitMap

from search.embedded.columns import FEWEST_CODES, column_of


def facet(codes: int, documents: int, seed: int = 1) -> dict[str, BitMap]:
    """A facet in which every document but each tenth has one code."""
    dice = random.Random(seed)
    members: dict[str, BitMap] = {f"c{code:03}": BitMap() for code in range(codes)}
    for number in range(documents):
        if number % 10:
            members[f"c{dice.randrange(codes):03}"].add(number)
    return members


def test_counts_equal_those_of_bitmaps() -> None:
    codes = facet(FEWEST_CODES, 1_000)
    column = column_of(codes)
    assert column is not None
    for scope in (BitMap(), BitMap([10, 20]), BitMap(range(0, 999, 7)), BitMap(range(5, 150))):
        assert column.counts(scope) == {code: len(bitmap & scope) for code, bitmap in codes.items()}


def test_many_documents_are_left_to_the_bitmaps() -> None:
    column = column_of(facet(FEWEST_CODES, 1_000))
    assert column is not None
    assert column.counts(BitMap(range(1_000))) is None


def test_a_document_that_came_later_is_left_to_the_bitmaps() -> None:
    column = column_of(facet(FEWEST_CODES, 1_000))
    assert column is not None
    assert column.counts(BitMap([3, 5_000])) is None


def test_a_facet_of_several_codes_a_document_has_no_column() -> None:
    codes = facet(FEWEST_CODES, 1_000)
    codes["c000"].add(codes["c001"].min())
    assert column_of(codes) is None
    assert column_of(facet(FEWEST_CODES - 1, 1_000)) is None
