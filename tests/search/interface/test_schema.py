"""A schema refuses what would go wrong later, and its fingerprint says when to index anew."""

from dataclasses import replace

import pytest

from search.interface import Facet, Sort, SortKey
from tests.search.sample.kind import SCHEMA


def test_a_sort_that_is_named_must_be_declared() -> None:
    with pytest.raises(ValueError, match="no sort named"):
        replace(SCHEMA, tiebreak="nobody")


def test_a_name_is_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        replace(SCHEMA, facets=(Facet("district"), Facet("district")))


def test_an_unknown_sort_is_the_default_one() -> None:
    assert SCHEMA.sort("'; drop table").name == SCHEMA.default_sort


def test_the_fingerprint_follows_what_is_indexed_and_nothing_else() -> None:
    assert replace(SCHEMA, ignored_words=frozenset({"найти"})).fingerprint() == SCHEMA.fingerprint()
    assert replace(SCHEMA, facets=(*SCHEMA.facets, Facet("new"))).fingerprint() != SCHEMA.fingerprint()
    assert replace(SCHEMA, sorts=(*SCHEMA.sorts, Sort("x", (SortKey("y"),)))).fingerprint() != SCHEMA.fingerprint()
