"""Kinds are registered once and told to whoever follows their tables."""

import pytest

from search.interface import UnknownKind
from search.registry import Registry, Watch
from tests.search.sample.kind import SCHEMA, documents
from tests.search.sample.models import School, SynonymGroup, Teacher


def test_without_watches_the_rows_of_the_model_itself_are_watched() -> None:
    registration = Registry().register(SCHEMA, model=Teacher, documents=documents)
    assert registration.watches == (Watch(Teacher),)


def test_an_unknown_kind_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(UnknownKind):
        Registry().get("nobody")


def test_listeners_hear_of_models_registered_before_and_after() -> None:
    registry, heard = Registry(), []
    registry.register(SCHEMA, model=Teacher, documents=documents)
    registry.listen(heard.append)
    registry.register(SCHEMA, model=Teacher, documents=documents, watches=[Watch(School, lookup="school")])
    registry.register_synonyms(list, models=[SynonymGroup])
    assert heard == [Teacher, School, SynonymGroup]
