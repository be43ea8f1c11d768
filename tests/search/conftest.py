"""The sample kind, registered for the time of one test, and the engine that indexes it."""

from collections.abc import Iterator
from typing import Any

import pytest

from search.embedded.engine import EmbeddedEngine
from search.engines import get_engine
from search.freshness import installing
from search.registry import SynonymSource, registry
from tests.search.sample import kind


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Beside the site's own tables, those of the sample."""
    with django_db_blocker.unblock():
        kind.create_tables()


@pytest.fixture
def sample() -> Iterator[None]:
    """The sample kind is registered, no other is."""
    kinds, synonyms = registry._kinds, registry.synonyms
    registry._kinds = {}
    kind.register()
    yield
    registry._kinds, registry.synonyms = kinds, synonyms
    assert isinstance(registry.synonyms, SynonymSource)


@pytest.fixture
def engine(db: None, sample: None) -> Iterator[EmbeddedEngine]:
    """The engine, in a database that watches the sample."""
    installing.install()
    found = get_engine()
    assert isinstance(found, EmbeddedEngine)
    found.forget()
    yield found
    found.forget()
