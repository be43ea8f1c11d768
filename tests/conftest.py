"""The roles: each fixture is an appointed person; ``municipality`` is theirs, ``other_municipality`` is not."""

import gc
import os
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from cms.accounts.enums import Role
from cms.territories.models import Municipality
from tests.factories import MunicipalityFactory, UserFactory

pytest_plugins = ["tests.region"]

gc.disable()  # until the tests are collected

# Playwright's synchronous browser keeps an event loop in the worker's thread; Django takes it for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_finish() -> None:
    """Modules, models and tests stay to the end: the collector does not walk over them again and again."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def mails_wait_for_the_commit(django_test_environment: None) -> None:
    """In every test a mail that would leave inside a transaction fails it."""
    settings.EMAIL_BACKEND = "tests.mail_guard.GuardedBackend"


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Numbers of objects come again after a rollback, and with them the keys under which something was kept."""
    cache.clear()


@pytest.fixture
def municipality(db: None) -> Municipality:
    """Where the coordinator, the methodist, the editor, the expert and the teacher work."""
    return MunicipalityFactory(code="klyuchi", short_name="Ключевской", name="Ключевской район")


@pytest.fixture
def other_municipality(db: None) -> Municipality:
    """Where only ``other_coordinator`` works."""
    return MunicipalityFactory(code="zarechny", short_name="Заречный", name="Заречный округ")


@pytest.fixture
def coordinator(municipality: Municipality) -> User:
    return UserFactory(username="coordinator", role=Role.COORDINATOR, municipality=municipality)


@pytest.fixture
def other_coordinator(other_municipality: Municipality) -> User:
    return UserFactory(username="other-coordinator", role=Role.COORDINATOR, municipality=other_municipality)


@pytest.fixture
def methodist(municipality: Municipality) -> User:
    return UserFactory(username="methodist", role=Role.METHODIST, municipality=municipality)


@pytest.fixture
def editor(municipality: Municipality) -> User:
    return UserFactory(username="editor", role=Role.EDITOR, municipality=municipality)


@pytest.fixture
def expert(municipality: Municipality) -> User:
    return UserFactory(username="expert", role=Role.EXPERT, municipality=municipality)


@pytest.fixture
def teacher(municipality: Municipality) -> User:
    return UserFactory(username="teacher", role=Role.TEACHER, municipality=municipality)


@pytest.fixture
def regional_centre(db: None) -> User:
    return UserFactory(username="regional-centre", role=Role.REGIONAL_CENTRE)


@pytest.fixture
def superuser(db: None) -> User:
    return UserFactory(username="superuser", is_superuser=True)


@pytest.fixture
def signed_in() -> Callable[[Any], Client]:
    """A browser in which this person is signed in: ``signed_in(coordinator).get(…)``."""

    def sign_in(user: Any) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
